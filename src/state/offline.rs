/// Whether the app opens without a network in this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offline {
    /// The browser has not said so yet: it is fetching the files, or looking for them.
    #[default]
    NotYet,
    /// It has all files of a version.
    Ready,
    /// The browser keeps no app here: the address is not secure, or the window is a private one.
    NotAllowed,
    /// A file did not come, or not as it was built.
    Refused,
}
