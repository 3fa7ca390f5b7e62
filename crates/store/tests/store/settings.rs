use crate::builders::{learners, read, trainers, write};

#[test]
fn a_setting_is_one_value_by_key_in_both_stores() {
    let (_home, learners) = learners();
    let (_other, _key, trainers) = trainers();
    for store in [learners, trainers] {
        let value = || read(&store, |reader| reader.setting("settings"));
        assert_eq!(value(), None);
        for text in ["{}", r#"{"textSize":"large"}"#] {
            write(&store, |writer| writer.set_setting("settings", text));
            assert_eq!(value().as_deref(), Some(text));
        }
        write(&store, |writer| writer.drop_setting("settings"));
        assert_eq!(value(), None);
        write(&store, |writer| writer.drop_setting("settings"));
    }
}
