//! Sentences that tell who somebody is, as they slip in, and what must be found in each.

use super::{found, seen};
use obverse_core::privacy::Kind::{
    self, Age, Bed, Birth, Date, Email, GreatAge, HealthNumber, Initials, Link, Name, Phone, Postcode, RecordNumber,
    Site, Together,
};

const TELLING: &[(&str, &[(Kind, &str)])] = &[
    ("Mrs Okafor asked me why nobody had told her.", &[(Name, "Mrs Okafor")]),
    ("I apologised to Dr. Siân O’Brien-Lee after the round.", &[(Name, "Dr. Siân O’Brien-Lee")]),
    ("Mr K was moved twice in one night.", &[(Name, "Mr K")]),
    ("I had not noticed how Sister Collins speaks to the aides.", &[(Name, "Sister Collins")]),
    ("Mx Taylor was called “sir” four times.", &[(Name, "Mx Taylor")]),
    ("Professor Ahmed Rahman laughed at the accent.", &[(Name, "Professor Ahmed Rahman")]),
    ("J.S. told me this in confidence.", &[(Initials, "J.S")]),
    ("I keep thinking about A. K. and the interpreter.", &[(Initials, "A. K")]),
    ("The note was signed by R. Patel.", &[(Initials, "R. Patel")]),
    ("Patient JS was not offered a chair.", &[(Initials, "JS")]),
    ("A 45-year-old woman came in alone.", &[(Age, "45-year-old")]),
    ("She is a 45 year old teacher.", &[(Age, "45 year old")]),
    ("The boy was nine years old.", &[(Age, "nine years old")]),
    ("72F, fell at home.", &[(Age, "72F")]),
    ("This 31yo was labelled before he spoke.", &[(Age, "31yo")]),
    ("He was 58, and nobody asked what he did.", &[(Age, "58")]),
    ("They saw a man aged 64 on his own.", &[(Age, "aged 64")]),
    ("She came here at the age of 12 without papers.", &[(Age, "age of 12")]),
    ("A 94-year-old was shouted at as if deaf.", &[(GreatAge, "94-year-old")]),
    ("We sang for her 101st birthday.", &[(GreatAge, "101st birthday")]),
    ("He had just turned 90.", &[(GreatAge, "turned 90")]),
    ("A ninety-six-year-old gentleman waited.", &[(GreatAge, "ninety-six-year-old")]),
    ("Our nonagenarian knew the answer.", &[(GreatAge, "nonagenarian")]),
    ("A six-week-old baby and her mother were turned away.", &[(Age, "six-week-old")]),
    ("It happened on 12/04/2025 in the evening.", &[(Date, "12/04/2025")]),
    ("On 3 March 2026 I said nothing.", &[(Date, "3 March 2026")]),
    ("The meeting was on April 21st, 2026.", &[(Date, "April 21st, 2026")]),
    ("Logged 2026-04-21.", &[(Date, "2026-04-21")]),
    ("DOB 12.04.87", &[(Birth, "12.04.87")]),
    ("She was born on the 2nd of May 1956.", &[(Birth, "2nd of May 1956")]),
    ("Date of birth: 5 Nov", &[(Birth, "5 Nov")]),
    ("Her daughter can be reached on 07700 900123.", &[(Phone, "07700 900123")]),
    ("I rang 020 7946 0958 twice.", &[(Phone, "020 7946 0958")]),
    ("Interpreter: +44 (0)20 7946 0958", &[(Phone, "+44 (0)20 7946 0958")]),
    ("Call (416) 555-0199 after six.", &[(Phone, "(416) 555-0199")]),
    ("The family left 604-555-0123.", &[(Phone, "604-555-0123")]),
    ("mobile 0491 570 006", &[(Phone, "0491 570 006")]),
    ("Write to anna.k-b@example.org instead.", &[(Email, "anna.k-b@example.org")]),
    ("The video is at https://example.org/a?b=1 still.", &[(Link, "https://example.org/a?b=1")]),
    ("It was on www.example.com.", &[(Link, "www.example.com")]),
    ("She lives at SW1A 1AA.", &[(Postcode, "SW1A 1AA")]),
    ("The district nurse covers EH99 1SP alone.", &[(Postcode, "EH99 1SP")]),
    ("He gave K1A 0B1 as his address.", &[(Postcode, "K1A 0B1")]),
    ("The woman in bed 12 had been crying.", &[(Bed, "bed 12")]),
    ("Everyone in Bay C heard it.", &[(Bed, "Bay C")]),
    ("We were on ward 7B at the time.", &[(Bed, "ward 7B")]),
    ("Room no. 214 was never cleaned first.", &[(Bed, "Room no. 214")]),
    ("He is in cubicle #4.", &[(Bed, "cubicle #4")]),
    ("MRN 0048213 was on the screen.", &[(RecordNumber, "0048213")]),
    ("Her hospital number is 482133.", &[(RecordNumber, "482133")]),
    ("URN: A482133", &[(RecordNumber, "A482133")]),
    ("See chart #48213.", &[(RecordNumber, "48213")]),
    ("This was at St Mary’s Hospital.", &[(Site, "St Mary’s Hospital")]),
    ("I trained at the Royal Gwent Infirmary.", &[(Site, "Royal Gwent Infirmary")]),
    ("The Oakfield Road Surgery has one ramp.", &[(Site, "Oakfield Road Surgery")]),
    ("At University Hospital of Wales it is the same.", &[(Site, "University Hospital of Wales")]),
    ("Students from the University of Toronto watched.", &[(Site, "University of Toronto")]),
    ("My Riverside clinic has no lift.", &[(Site, "Riverside clinic")]),
    (
        "A woman in her 50s from Stornoway with sickle cell disease.",
        &[(Together, "50s"), (Together, "Stornoway"), (Together, "sickle")],
    ),
    (
        "He is the only teacher in the village, a 38-year-old. Everyone knows he lives with HIV.",
        &[(Age, "38-year-old"), (Together, "38-year-old"), (Together, "village"), (Together, "HIV")],
    ),
    (
        "In his late forties. Schizophrenia. Seen at Hollybush Clinic.",
        &[
            (Site, "Hollybush Clinic"),
            (Together, "forties"),
            (Together, "Hollybush Clinic"),
            (Together, "Schizophrenia"),
        ],
    ),
    (
        "Mrs Jones, 81-year-old, NHS 999 000 0018, bed 4.",
        &[(Name, "Mrs Jones"), (Age, "81-year-old"), (HealthNumber, "999 000 0018"), (Bed, "bed 4")],
    ),
    ("The woman in bed four asks for her son.", &[(Bed, "bed four")]),
    ("Side room twenty-two was cold.", &[(Bed, "room twenty-two")]),
    ("In theatre three he was called by his first name.", &[(Bed, "theatre three")]),
    ("Beds 4 and 5 have no call bell.", &[(Bed, "Beds 4 and 5")]),
    ("I trained at Carrow General. It was kind.", &[(Site, "Carrow General")]),
    // Written after the patterns.
    ("I promised Mr Abdi that I would come back, and I did not.", &[(Name, "Mr Abdi")]),
    ("Prof. Lindgren told the story again at lunch.", &[(Name, "Prof. Lindgren")]),
    ("DR SINGH was written in capitals and spelt wrong.", &[(Name, "DR SINGH")]),
    ("Ms. van der Berg would not let me examine her.", &[(Name, "Ms. van der Berg")]),
    ("I spoke to nurse Patricia about it.", &[(Name, "nurse Patricia")]),
    ("My patient Anna cried.", &[(Name, "patient Anna")]),
    ("T.K. is a second-year student.", &[(Initials, "T.K")]),
    ("Signed, M.J.B.", &[(Initials, "M.J.B")]),
    ("An 82 year old man with dementia was restrained.", &[(Age, "82 year old")]),
    ("He's 17 and already tired of us.", &[(Age, "17")]),
    ("A woman of 63 waited in the corridor.", &[(Age, "woman of 63")]),
    ("Pt is a 54 y/o male.", &[(Age, "54 y/o")]),
    ("67M with chest pain, no English.", &[(Age, "67M")]),
    ("She is a twelve-year-old interpreter for her mother.", &[(Age, "twelve-year-old")]),
    ("A three-day-old baby went without a cot.", &[(Age, "three-day-old")]),
    ("He turned ninety last week.", &[(GreatAge, "turned ninety")]),
    ("The 93-year-old in the corner had no visitors.", &[(GreatAge, "93-year-old")]),
    ("DOB: 3/7/1961", &[(Birth, "3/7/1961")]),
    ("She was born 14 Feb 1990 in Lagos.", &[(Birth, "14 Feb 1990")]),
    ("It was Tuesday 14th October 2025.", &[(Date, "14th October 2025")]),
    ("On 10/14/2025 we met.", &[(Date, "10/14/2025")]),
    ("Sent 14.10.2025.", &[(Date, "14.10.2025")]),
    ("Ring me on 07911 123456.", &[(Phone, "07911 123456")]),
    ("Her son's number: 0161 496 0000", &[(Phone, "0161 496 0000")]),
    ("Phone: 1-800-555-0199", &[(Phone, "1-800-555-0199")]),
    ("tel. 01632 960 123", &[(Phone, "01632 960 123")]),
    ("jo_smith99@nhs.example.net was copied in.", &[(Email, "jo_smith99@nhs.example.net")]),
    ("See http://example.com/x for the video", &[(Link, "http://example.com/x")]),
    ("It is on example.co.uk/page now.", &[(Link, "example.co.uk/page")]),
    ("The flat is in M1 1AE.", &[(Postcode, "M1 1AE")]),
    ("Home visit, G12 8QQ, third floor.", &[(Postcode, "G12 8QQ")]),
    ("V6B 4Y8 is a long way out.", &[(Postcode, "V6B 4Y8")]),
    ("Bed 7 was empty by morning.", &[(Bed, "Bed 7")]),
    ("On Ward 14 they do it differently.", &[(Bed, "Ward 14")]),
    ("The man in side room 3 has no phone.", &[(Bed, "room 3")]),
    ("Bay 2 bed 4 asked for water.", &[(Bed, "Bay 2"), (Bed, "bed 4")]),
    ("Hosp no: 1234567", &[(RecordNumber, "1234567")]),
    ("Patient ID 77-3321-9", &[(RecordNumber, "77-3321-9")]),
    ("MRN: 00-48-21-33", &[(RecordNumber, "00-48-21-33")]),
    ("Seen at Queen Elizabeth Hospital, Birmingham.", &[(Site, "Queen Elizabeth Hospital")]),
    ("The Nightingale Ward has a smell of bleach.", &[(Site, "Nightingale Ward")]),
    ("Oak Tree Medical Practice never called back.", &[(Site, "Oak Tree Medical Practice")]),
    ("It was Bellevue clinic that turned her away.", &[(Site, "Bellevue clinic")]),
    (
        "At Great Ormond Street Hospital for Children it was easier.",
        &[(Site, "Great Ormond Street Hospital for Children")],
    ),
    ("She goes to Hillside School.", &[(Site, "Hillside School")]),
    (
        "Patient from Unst, in his 60s, has motor neurone disease.",
        &[(Together, "60s"), (Together, "Unst"), (Together, "neurone")],
    ),
    (
        "A 34-year-old fisherman from Barra with HIV.",
        &[(Age, "34-year-old"), (Together, "34-year-old"), (Together, "Barra"), (Together, "HIV")],
    ),
    ("NHS no 999 000 0018", &[(HealthNumber, "999 000 0018")]),
    ("CHI number is 0101700016", &[(HealthNumber, "0101700016")]),
    ("OHIP card 1234 567 897", &[(HealthNumber, "1234 567 897")]),
    ("SIN: 123-456-782", &[(HealthNumber, "123-456-782")]),
    ("Her SSN is 987 65 4321", &[(HealthNumber, "987 65 4321")]),
    ("NHI: ZZZ0016", &[(HealthNumber, "ZZZ0016")]),
];

#[test]
fn what_tells_is_found() {
    let missed: Vec<_> = TELLING.iter().filter(|(text, expected)| found(text) != *expected).collect();
    for (text, expected) in &missed {
        eprintln!("{text}\n  expected {expected:?}\n  found    {:?}", found(text));
    }
    assert_eq!(missed.len(), 0, "of {}", TELLING.len());
}

/// Each alone is harmless enough.
#[test]
fn together_means_all_three() {
    for text in
        ["A woman in her 50s from Stornoway.", "A woman from Stornoway with sickle cell.", "In her 50s, with HIV."]
    {
        assert_eq!(found(text), [], "{text}");
    }
}

/// Slips as clinicians make them, each with the words that tell, by people who had not seen the patterns.
const SLIPS: &str = include_str!("slips.txt");
/// How many of a hundred are found, at least.
const HITS: usize = 95;

#[test]
fn nearly_all_slips_are_found() {
    let slips: Vec<(&str, &str)> = SLIPS.lines().filter_map(|line| line.split_once('\t')).collect();
    assert!(slips.len() >= 300, "{}", slips.len());
    let is_found = |(sentence, words): &(&str, &str)| {
        let at = sentence.find(words).expect("the words stand in their sentence");
        seen(sentence).iter().any(|one| one.range.start < at + words.len() && at < one.range.end)
    };
    let missed: Vec<_> = slips.iter().filter(|slip| !is_found(slip)).collect();
    eprintln!("{missed:#?}");
    assert!((slips.len() - missed.len()) * 100 >= HITS * slips.len(), "{} of {}", missed.len(), slips.len());
}
