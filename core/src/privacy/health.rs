//! Health numbers of digits alone: how long they are, how they are grouped, and how they are checked.

/// One sort of number.
struct Sort {
    length: usize,
    /// The first digits, from and to.
    first: (&'static [u8], &'static [u8]),
    /// The sum of the digits times these, over and over, is a multiple of the modulus.
    weights: &'static [u32],
    /// For 10 after Luhn, of a product with two digits both are added.
    luhn: bool,
    modulus: u32,
    /// How many digits stand in each group, a hexadecimal figure a group, as it is usually written.
    groups: u32,
}

const ANY: (&[u8], &[u8]) = (b"0", b"9");
const EVEN: &[u32] = &[2, 1];
const ODD: &[u32] = &[1, 2];

/// The sorts. A word near stands for any of them: whoever writes "card" and ten digits that pass is told, whichever
/// country it is of.
const SORTS: [Sort; 7] = [
    // NHS, CHI, and Health and Care in Northern Ireland.
    Sort { length: 10, first: ANY, weights: &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], luhn: false, modulus: 11, groups: 0x334 },
    // Ontario.
    Sort { length: 10, first: ANY, weights: EVEN, luhn: true, modulus: 10, groups: 0x433 },
    // British Columbia. Its rule takes each product by 11 first, which comes to the same.
    Sort {
        length: 10,
        first: (b"9", b"9"),
        weights: &[0, 2, 4, 8, 5, 10, 9, 7, 3, 1],
        luhn: false,
        modulus: 11,
        groups: 0x433,
    },
    // Medicare in Australia: the ninth digit checks (9 is as good as -1), the tenth counts cards.
    Sort {
        length: 10,
        first: (b"2", b"6"),
        weights: &[1, 3, 7, 9, 1, 3, 7, 9, 9, 0],
        luhn: false,
        modulus: 10,
        groups: 0x451,
    },
    // Social insurance in Canada: none begins with 0 or 8.
    Sort { length: 9, first: (b"1", b"7"), weights: ODD, luhn: true, modulus: 10, groups: 0x333 },
    Sort { length: 9, first: (b"9", b"9"), weights: ODD, luhn: true, modulus: 10, groups: 0x333 },
    // The individual healthcare identifier of Australia: it alone begins like this, and needs no word.
    Sort { length: 16, first: (b"800360", b"800360"), weights: EVEN, luhn: true, modulus: 10, groups: 0x4444 },
];

/// Whether these digits (ASCII), in these groups, may be a health number. `told` says that a word near speaks of one.
pub(super) fn is_one(digits: &[u8], groups: u32, told: bool) -> bool {
    SORTS.iter().any(|sort| {
        let (least, most) = sort.first;
        let first = digits.get(..least.len()).unwrap_or_default();
        digits.len() == sort.length
            && (told || groups == sort.groups || least.len() > 1 || (sort.modulus == 11 && is_birth(digits)))
            && (least..=most).contains(&first)
            && sort.passes(digits)
    })
}

impl Sort {
    fn passes(&self, digits: &[u8]) -> bool {
        let products = digits.iter().zip(self.weights.iter().cycle()).map(|(digit, weight)| {
            let product = u32::from(digit - b'0') * weight;
            if self.luhn { product / 10 + product % 10 } else { product }
        });
        products.sum::<u32>() % self.modulus == 0
    }
}

/// A CHI begins with a day and a month of birth, which stand for a word: it is usually written in one.
fn is_birth(digits: &[u8]) -> bool {
    let (day, month) = (&digits[..2], &digits[2..4]);
    (&b"01"[..]..=&b"31"[..]).contains(&day) && (&b"01"[..]..=&b"12"[..]).contains(&month)
}

/// Social security in the United States has no check, but numbers that are never given.
pub(super) fn is_ssn(digits: &[u8], groups: u32, told: bool) -> bool {
    let &[a, b, c, d, e, ref last @ ..] = digits else { return false };
    let (area, middle) = ([a, b, c], [d, e]);
    last.len() == 4
        && (groups == 0x324 || told)
        && area != *b"000"
        && area != *b"666"
        && middle != *b"00"
        && last != b"0000"
}
