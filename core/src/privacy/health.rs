//! Health numbers of digits alone: how long they are, how they are grouped, and how they are checked.

/// One sort of number.
struct Sort {
    length: usize,
    /// What the first digit may be.
    first: &'static [u8],
    /// The sum of the digits times these, over and over, is a multiple of the modulus.
    weights: &'static [u8],
    modulus: u32,
    /// After Luhn: of a product with two digits both are added.
    luhn: bool,
    /// How many digits stand in each group, a hexadecimal figure a group, as it is usually written.
    groups: u32,
}

const ANY: &[u8] = b"0123456789";

/// The sorts. A word near stands for any of them: whoever writes "card" and ten digits that pass is told, whichever
/// country it is of.
const SORTS: [Sort; 6] = [
    // NHS, CHI, and Health and Care in Northern Ireland.
    Sort { length: 10, first: ANY, weights: &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], modulus: 11, luhn: false, groups: 0x334 },
    // British Columbia. Its rule takes each product by 11 first, which comes to the same.
    Sort {
        length: 10,
        first: b"9",
        weights: &[0, 2, 4, 8, 5, 10, 9, 7, 3, 1],
        modulus: 11,
        luhn: false,
        groups: 0x433,
    },
    // Medicare in Australia: the ninth digit checks (times 9 is as good as times -1), the tenth counts cards.
    Sort {
        length: 10,
        first: b"23456",
        weights: &[1, 3, 7, 9, 1, 3, 7, 9, 9, 0],
        modulus: 10,
        luhn: false,
        groups: 0x451,
    },
    // Ontario.
    Sort { length: 10, first: ANY, weights: &[2, 1], modulus: 10, luhn: true, groups: 0x433 },
    // Social insurance in Canada.
    Sort { length: 9, first: b"12345679", weights: &[1, 2], modulus: 10, luhn: true, groups: 0x333 },
    // The individual healthcare identifier of Australia.
    Sort { length: 16, first: b"8", weights: &[2, 1], modulus: 10, luhn: true, groups: 0x4444 },
];

/// How the last of them begins: nothing else does, so that it needs no word.
const IHI: &[u8] = b"800360";

/// Whether these digits (ASCII), in these groups, may be a health number. `told` says that a word near speaks of one.
pub(super) fn is_one(digits: &[u8], groups: u32, told: bool) -> bool {
    let ihi = digits.starts_with(IHI);
    SORTS.iter().any(|sort| {
        digits.len() == sort.length
            && digits.first().is_some_and(|first| sort.first.contains(first))
            && (ihi
                || (sort.length < 16 && (told || groups == sort.groups || (sort.modulus == 11 && is_birth(digits)))))
            && sort.passes(digits)
    })
}

impl Sort {
    fn passes(&self, digits: &[u8]) -> bool {
        let mut sum = 0;
        for (digit, weight) in digits.iter().zip(self.weights.iter().cycle()) {
            let product = u32::from(digit - b'0') * u32::from(*weight);
            sum += if self.luhn { product / 10 + product % 10 } else { product };
        }
        sum % self.modulus == 0
    }
}

/// A CHI begins with a day and a month of birth, which stand for a word: it is usually written in one.
fn is_birth(digits: &[u8]) -> bool {
    let two = |at: usize| (digits[at] - b'0') * 10 + digits[at + 1] - b'0';
    matches!(two(0), 1..=31) && matches!(two(2), 1..=12)
}

/// Social security in the United States has no check, but numbers that are never given.
pub(super) fn is_ssn(digits: &[u8], groups: u32, told: bool) -> bool {
    let zeros = |from: usize, to: usize| digits[from..to].iter().all(|digit| *digit == b'0');
    (groups == 0x324 || (told && digits.len() == 9))
        && !(digits.starts_with(b"666") || zeros(0, 3) || zeros(3, 5) || zeros(5, 9))
}
