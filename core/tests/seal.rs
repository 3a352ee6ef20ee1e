//! Known answers: each primitive does what its specification says, and what is sealed opens only as it was.

use obverse_core::seal::{Cost, Key, NONCE, TAG, digest, open, seal, stretch};

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex")).collect()
}

fn array<const N: usize>(hex: &str) -> [u8; N] {
    bytes(hex).try_into().expect("as many bytes as asked for")
}

/// 0, 1, 2, ...
fn counting<const N: usize>(from: u8) -> [u8; N] {
    std::array::from_fn(|at| from + at as u8)
}

#[test]
fn sha_256_is_that_of_fips_180() {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(digest(b"abc"), array(abc));
}

/// The key is longer than that of RFC 4231; the answer is another implementation's.
#[test]
fn hmac_is_that_of_rfc_2104() {
    let tag = "198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c7a3b1696a0b68cf7";
    assert_eq!(Key::new([0x0b; 32]).tag(b"Hi There"), array(tag));
}

/// The example of draft-irtf-cfrg-xchacha-03, A.3.1.
#[test]
fn xchacha20_poly1305_is_that_of_its_draft() {
    let text = b"Ladies and Gentlemen of the class of '99: \
If I could offer you only one tip for the future, sunscreen would be it.";
    let bound = bytes("50515253c0c1c2c3c4c5c6c7");
    let sealed = seal(&Key::new(counting(0x80)), &counting(0x40), &bound, text);
    let expected = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39\
                    ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9\
                    21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49";
    assert_eq!(sealed, bytes(expected));
}

/// Against the reference implementation in C.
#[test]
fn argon2id_is_that_of_the_reference() {
    let answers = [
        (Cost { kib: 64, passes: 1 }, "25ce5233cc1e4d37e9bca31bfef41710e40446cd1cb575932791c5fd3780bd3c"),
        (Cost::FLOOR, "e29cd07b2d53978fb27e49c74e7889e5de55e29df764b9aeefa8cb53d70ecaa0"),
        (Cost::BACKUP, "e3c889ca40ed01e6b6771fc8a5bf16e35ad60b41c9bd5d7e6d63adf51e50b0fd"),
    ];
    for (cost, key) in answers {
        assert_eq!(stretch("correct horse", &counting(0), cost), Ok(Key::new(array(key))), "{cost:?}");
    }
}

#[test]
fn opens_only_as_it_was_sealed() {
    let (key, nonce, bound, text) = (Key::new([1; 32]), [2; NONCE], b"here", b"a few words");
    let sealed = seal(&key, &nonce, bound, text);
    assert_eq!(sealed.len(), text.len() + TAG);
    assert_eq!(open(&key, &nonce, bound, &sealed).as_deref(), Some(&text[..]));
    assert_eq!(open(&Key::new([3; 32]), &nonce, bound, &sealed), None);
    for bit in 0..sealed.len() * 8 {
        let mut other = sealed.clone();
        other[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(open(&key, &nonce, bound, &other), None, "sealed, bit {bit}");
    }
    for bit in 0..NONCE * 8 {
        let mut other = nonce;
        other[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(open(&key, &other, bound, &sealed), None, "nonce, bit {bit}");
    }
    for bit in 0..bound.len() * 8 {
        let mut other = *bound;
        other[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(open(&key, &nonce, &other, &sealed), None, "bound, bit {bit}");
    }
    for length in 0..sealed.len() {
        assert_eq!(open(&key, &nonce, bound, &sealed[..length]), None, "cut to {length}");
    }
}
