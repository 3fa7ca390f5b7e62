//! A draft becomes a signed file: checked, hashed, signed, and written whole or not at all.

use std::path::{Path, PathBuf};

use eighteen_exchange::{MAX_PACK, PackFile};
use eighteen_seal::MinisignError;

use super::{FOLDER, not_written, of_folder, set_head};
use crate::{
    App, ErrorCode, UserError,
    clock::day,
    course::count,
    packs::{self, Files, PackFault},
    wire::builder::{KeyPassphrase, PackDraft, SignedPack, SigningKey},
};

/// Where the key is, in the settings of this computer. The key itself and its passphrase are kept nowhere.
const KEY: &str = "signing-key";
/// What the archive needs for a file besides its bytes, generously.
const PER_FILE: u64 = 400;

impl App {
    /// Asks for the key that signs; nothing when the person cancels.
    ///
    /// # Errors
    /// `KeyInvalid` when the file is none.
    pub fn choose_signing_key(&self) -> Result<Option<PackDraft>, UserError> {
        let Some(path) = self.desktop.choose_open_path(&["key"]) else { return Ok(None) };
        packs::is_secret_key(&path).map_err(of_key)?;
        self.keep_key(&path)?;
        self.pack_draft().map(Some)
    }

    /// Makes a key in a folder that the person chooses; nothing when they cancel.
    ///
    /// # Errors
    /// `PassphraseWeak`, or `FileStands` when there is a key in the folder.
    pub fn make_signing_key(&self, args: KeyPassphrase) -> Result<Option<PackDraft>, UserError> {
        packs::check_passphrase(&args.passphrase).map_err(of_key)?;
        let Some(folder) = self.desktop.choose_folder() else { return Ok(None) };
        packs::new_key(&folder, &args.passphrase).map_err(of_key)?;
        self.keep_key(&folder.join(packs::SECRET))?;
        self.pack_draft().map(Some)
    }

    /// Gives the draft the next version, which takes the place of the one that was handed out.
    ///
    /// # Errors
    /// When the folder of the draft cannot be written.
    pub fn raise_pack_version(&self) -> Result<PackDraft, UserError> {
        self.change_draft(|files| {
            let version = eighteen_pack::draft(files).so_far().version;
            set_head(files, "version", &version.saturating_add(1).to_string());
            Ok(())
        })
    }

    /// Signs the draft and writes it as one file, of today. Where a file of its name stands already, the person is
    /// asked for another place; nothing when they cancel or stop it.
    ///
    /// # Errors
    /// `PackInvalid` with every problem; `KeyMissing`, `KeyInvalid`, `WrongPassphrase`; `PackTooLarge`;
    /// `DiskFull` or `FileNotWritable` with the path. There is no file then.
    pub fn sign_pack_draft(&self, args: KeyPassphrase) -> Result<Option<SignedPack>, UserError> {
        let _alone = self.building();
        let going = self.underway.begin()?;
        let mut standing = self.standing()?;
        fits(&standing.files)?;
        let today = day(self.now().day());
        self.change(&mut standing, |files| {
            set_head(files, "released", &today);
            Ok(())
        })?;
        let files = standing.files;
        let (Some(pack), _) = eighteen_pack::read(&files) else {
            return Err(UserError::new(ErrorCode::PackInvalid, "the draft has problems"));
        };
        let key = self.signing_key()?.filter(|key| key.there).map(|key| PathBuf::from(key.path));
        let key = key.ok_or_else(|| UserError::new(ErrorCode::KeyMissing, "no key is there"))?;
        let signer = packs::opened_key(&key, &args.passphrase).map_err(of_key)?;
        let Some(place) = self.place(&format!("{}-{}.e18p", pack.id, pack.version)) else {
            return Ok(None);
        };
        let hashed =
            PackFile::hashed(&pack, files, |done, of| going.goes_on(count(done), count(of)));
        let Some(mut file) = hashed? else { return Ok(None) };
        let signature = signer.sign_with_key(&file.manifest_bytes, &file.comment());
        let signature =
            signature.map_err(|fault| UserError::new(ErrorCode::Internal, fault.to_string()))?;
        file.signature = Some(signature);
        let bytes = file.bytes();
        // What comes after this cannot be stopped: the file is whole or absent.
        if !going.goes_on(count(file.files.len()), count(file.files.len())) {
            return Ok(None);
        }
        eighteen_store::write_beside(&place, &bytes).map_err(|error| of_folder(&place, error))?;
        *self.last_taken.lock().unwrap_or_else(std::sync::PoisonError::into_inner) =
            Some(place.clone());
        Ok(Some(SignedPack {
            path: place.display().to_string(),
            title: pack.title,
            version: pack.version,
            words: signer.key().fingerprint(),
            files: count(file.files.len()),
            bytes: count(bytes.len()),
        }))
    }

    /// Beside the folder of the draft, or among the person's documents where that is one of the app's own folders.
    fn place(&self, name: &str) -> Option<PathBuf> {
        let draft = self.read(|reader| Ok(reader.setting(FOLDER)?)).ok().flatten();
        let beside =
            draft.map(PathBuf::from).and_then(|folder| folder.parent().map(Path::to_owned));
        let own = beside.filter(|folder| !folder.starts_with(&self.data_dir));
        let folder = own.or_else(dirs::document_dir).or_else(dirs::home_dir);
        let free = folder.map(|folder| folder.join(name));
        let free = free.filter(|path| path.symlink_metadata().is_err() && is_writable(path));
        free.or_else(|| self.desktop.choose_save_path(name))
    }

    fn keep_key(&self, path: &Path) -> Result<(), UserError> {
        self.write(|writer| Ok(writer.set_setting(KEY, &path.to_string_lossy())?))
    }

    pub(super) fn signing_key(&self) -> Result<Option<SigningKey>, UserError> {
        let kept = self.read(|reader| Ok(reader.setting(KEY)?))?;
        Ok(kept.map(|path| {
            let secret = PathBuf::from(&path);
            let public = packs::public_key(&secret.with_extension("pub"));
            SigningKey {
                there: secret.is_file(),
                words: public.ok().map(|key| key.fingerprint()),
                path,
            }
        }))
    }
}

/// Judged before anything is read or copied.
fn fits(files: &Files) -> Result<(), UserError> {
    let bytes: u64 = files.values().map(|bytes| bytes.len() as u64 + PER_FILE).sum();
    if bytes <= MAX_PACK {
        return Ok(());
    }
    let detail = format!("{bytes} bytes, and a pack has at most {MAX_PACK}");
    Err(UserError::new(ErrorCode::PackTooLarge, detail))
}

fn is_writable(path: &Path) -> bool {
    path.parent().is_some_and(Path::is_dir)
}

fn of_key(fault: PackFault) -> UserError {
    let detail = fault.to_string();
    let with = |code: ErrorCode, path: &Path| UserError {
        path: Some(path.display().to_string()),
        ..UserError::new(code, detail.clone())
    };
    match &fault {
        PackFault::Key { fault: MinisignError::DoesNotOpen, .. } => {
            UserError::new(ErrorCode::WrongPassphrase, detail)
        }
        PackFault::Key { path, .. } => with(ErrorCode::KeyInvalid, path),
        PackFault::WeakPassphrase(_) => UserError::new(ErrorCode::PassphraseWeak, detail),
        PackFault::Stands(path) => with(ErrorCode::FileStands, path),
        PackFault::NotRead { path, .. } => with(ErrorCode::KeyMissing, path),
        _ => not_written(Path::new(""), detail),
    }
}
