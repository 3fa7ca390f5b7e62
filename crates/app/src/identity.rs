//! The key of a trainer's store: it signs what leaves the store, and is made when it is first needed.

use eighteen_seal::{Identity, from_hex, to_hex};
use eighteen_store::Store;
use zeroize::Zeroizing;

use crate::{ErrorCode, UserError};

/// Under this name the seed is kept, inside the encrypted store.
const IDENTITY: &str = "identity";

/// The key of this store, made when there is none yet.
pub(crate) fn identity(store: &Store) -> Result<Identity, UserError> {
    let kept = store.read(|reader| Ok::<_, UserError>(reader.setting(IDENTITY)?))?;
    if let Some(seed) = kept.map(Zeroizing::new) {
        let seed = from_hex::<32>(&seed).map(Zeroizing::new);
        let seed = seed.ok_or_else(|| UserError::new(ErrorCode::Internal, "no key is kept"))?;
        return Ok(Identity::from_seed(&seed));
    }
    let made = Identity::random()
        .map_err(|error| UserError::new(ErrorCode::Internal, error.to_string()))?;
    let seed = Zeroizing::new(to_hex(&*made.seed()));
    store.write(|writer| Ok::<_, UserError>(writer.set_setting(IDENTITY, &seed)?))?;
    Ok(made)
}
