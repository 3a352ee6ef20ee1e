/// The code of a piece; see [`obverse_core::activity::code`]. Anybody can work it out from the piece's name, so that it
/// stands in no address: [`Salt`](super::Salt) writes it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code(pub(super) [u8; 3]);

impl Code {
    /// The code of the piece with this id.
    pub fn of(id: &str) -> Code {
        Code(obverse_core::activity::code(id))
    }
}
