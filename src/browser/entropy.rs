use obverse_core::vault::Entropy;

/// The browser's generator of random bytes.
#[derive(Clone, Copy, Debug)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        let crypto = super::page::window().crypto().expect("every browser that runs WebAssembly has crypto");
        crypto.get_random_values_with_u8_array(bytes).expect("fewer than 65,536 bytes are asked for");
    }
}
