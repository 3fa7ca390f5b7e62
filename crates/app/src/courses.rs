//! The courses that were opened since the start, and which of them is taught now.
//!
//! A verb that reads a course may run beside one that puts another in its place. So none is dropped before the
//! app is: a course is opened once, and stays. Who installs ten versions without closing the app holds ten.

use std::sync::{
    OnceLock,
    atomic::{AtomicUsize, Ordering},
};

use crate::course::Course;

pub(crate) struct Courses {
    first: Link,
    /// The place of the one that is taught.
    taught: AtomicUsize,
}

struct Link {
    course: Course,
    next: OnceLock<Box<Link>>,
}

impl Courses {
    /// The course that is part of this program; it is taught.
    pub(crate) fn new(course: Course) -> Self {
        Self { first: Link { course, next: OnceLock::new() }, taught: AtomicUsize::new(0) }
    }

    /// The one that is taught now.
    pub(crate) fn taught(&self) -> &Course {
        let at = self.taught.load(Ordering::Acquire);
        self.all().nth(at).unwrap_or(&self.first.course)
    }

    /// The one that is part of this program.
    pub(crate) fn shipped(&self) -> &Course {
        &self.first.course
    }

    /// Teaches that one from now on.
    pub(crate) fn teach_shipped(&self) {
        self.taught.store(0, Ordering::Release);
    }

    /// Every course that was opened, in the order of opening.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Course> {
        let links =
            std::iter::successors(Some(&self.first), |link| link.next.get().map(|next| &**next));
        links.map(|link| &link.course)
    }

    /// Teaches a course from now on, which may have been opened before.
    pub(crate) fn teach(&self, course: Course) {
        let at = self.open(course);
        self.taught.store(at, Ordering::Release);
    }

    /// Opens a course that is not to be taught, and says where it is; it may have been opened before.
    pub(crate) fn open(&self, course: Course) -> usize {
        let same =
            |known: &Course| known.pack.hash == course.pack.hash && known.origin == course.origin;
        self.all().position(same).unwrap_or_else(|| self.add(course))
    }

    fn add(&self, course: Course) -> usize {
        let mut new = Box::new(Link { course, next: OnceLock::new() });
        let (mut at, mut last) = (1, &self.first);
        loop {
            // Whoever else adds one at this moment comes before.
            match last.next.set(new) {
                Ok(()) => return at,
                Err(back) => new = back,
            }
            if let Some(next) = last.next.get() {
                (at, last) = (at + 1, next);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::first_files;

    fn course(version: u32) -> Course {
        let mut files = first_files();
        let manifest = String::from_utf8(files["pack.toml"].clone()).unwrap();
        let manifest =
            manifest.replace("version = 1\nreleased", &format!("version = {version}\nreleased"));
        files.insert("pack.toml".to_owned(), manifest.into_bytes());
        Course::from_files(&files).unwrap()
    }

    #[test]
    fn the_last_one_is_taught_and_those_before_stay() {
        let courses = Courses::new(course(1));
        let first = courses.taught();
        courses.teach(course(2));
        courses.teach(course(3));
        assert_eq!((first.pack.version, courses.taught().pack.version), (1, 3));
        courses.teach(course(1));
        assert_eq!(courses.taught().pack.version, 1);
        let versions: Vec<u32> = courses.all().map(|course| course.pack.version).collect();
        assert_eq!(versions, [1, 2, 3], "one that was opened before is opened once");
    }

    #[test]
    fn several_at_one_moment_are_all_kept() {
        let courses = Courses::new(course(1));
        std::thread::scope(|scope| {
            for version in 2..10 {
                let courses = &courses;
                scope.spawn(move || courses.teach(course(version)));
            }
        });
        let mut versions: Vec<u32> = courses.all().map(|course| course.pack.version).collect();
        versions.sort_unstable();
        assert_eq!(versions, (1..10).collect::<Vec<_>>());
    }
}
