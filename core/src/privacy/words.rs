//! The words that give a number or a capital letter its meaning.

/// Some of the roles below.
pub(super) type Roles = u64;

/// Speaks of a health number.
pub(super) const HEALTH: Roles = 1;
/// Speaks of one from a province that publishes no check.
pub(super) const PROVINCE: Roles = 1 << 1;
/// Alone speaks of the number of a record.
pub(super) const REGISTER: Roles = 1 << 2;
/// Speaks of it before one of `NUMBER`.
pub(super) const RECORD: Roles = 1 << 3;
/// "Number".
pub(super) const NUMBER: Roles = 1 << 4;
/// Speaks of a telephone.
pub(super) const PHONE: Roles = 1 << 5;
/// Speaks of the day somebody was born.
pub(super) const BORN: Roles = 1 << 6;
/// A month.
pub(super) const MONTH: Roles = 1 << 7;
/// A title before a name.
pub(super) const TITLE: Roles = 1 << 8;
/// What has a name of its own, whether or not it is written with a capital itself.
pub(super) const SITE: Roles = 1 << 9;
/// The same, but only with a capital.
pub(super) const HOUSE: Roles = 1 << 10;
/// A word with a capital that is no name: the sort of a site, a post.
pub(super) const SORT: Roles = 1 << 11;
/// What is numbered on a ward.
pub(super) const BED: Roles = 1 << 12;
/// What is counted, or measured in: no bed and no age.
pub(super) const UNIT: Roles = 1 << 13;
/// A year of age.
pub(super) const YEAR: Roles = 1 << 14;
/// A shorter time of age.
pub(super) const DAYS: Roles = 1 << 15;
/// "Old".
pub(super) const OLD: Roles = 1 << 16;
/// An age follows.
pub(super) const AGE: Roles = 1 << 17;
/// Makes of an age a limit.
pub(super) const LIMIT: Roles = 1 << 18;
/// Social security, whose numbers have no check.
pub(super) const SOCIAL: Roles = 1 << 19;
/// Somebody: an age or initials may follow, or an age in days goes before.
pub(super) const SOMEBODY: Roles = 1 << 20;
/// A number in letters.
pub(super) const COUNT: Roles = 1 << 21;
/// One of them that makes it 90 or more, or somebody who is.
pub(super) const NINETY: Roles = 1 << 22;
/// A decade of life.
pub(super) const DECADE: Roles = 1 << 23;
/// Whose it is.
pub(super) const WHOSE: Roles = 1 << 24;
/// Small words: with a capital they begin a sentence and are no name.
pub(super) const SMALL: Roles = 1 << 25;
/// Letters that are no initials.
pub(super) const LETTERS: Roles = 1 << 26;
/// A thing: a letter after it is no initial, and its age is nobody's.
pub(super) const LETTERED: Roles = 1 << 27;
/// With a capital, but no place.
pub(super) const NOWHERE: Roles = 1 << 28;
/// Before the name of a place.
pub(super) const WHERE: Roles = 1 << 29;
/// A place where few live.
pub(super) const PLACE: Roles = 1 << 30;
/// A condition that few have, or that is told of few.
pub(super) const CONDITION: Roles = 1 << 31;
/// Somebody by their work: a name may follow.
pub(super) const JOB: Roles = 1 << 32;
/// A place in a row, or a day of a month.
pub(super) const ORDINAL: Roles = 1 << 33;
/// Speaks of a postcode.
pub(super) const POST: Roles = 1 << 34;
/// With a name, a hospital: `Royal Carrow`, `Carrow General`.
pub(super) const GENERAL: Roles = 1 << 35;
/// Goes with one of those, and makes of it no hospital.
pub(super) const OFFICE: Roles = 1 << 36;
/// Goes on after an age that stands for somebody.
pub(super) const AFTER_AGE: Roles = 1 << 37;
/// What somebody is said to be, with a capital.
pub(super) const IDENTITY: Roles = 1 << 38;

/// The longest word that is known, in bytes.
const LONGEST: usize = 16;

/// English. A word may stand in several lists; it is ASCII, in small letters, and at most [`LONGEST`] long. Conditions
/// that many have are left out: with them, half of all texts would be told.
const ENGLISH: &[(Roles, &str)] = &[
    (HEALTH, "nhs chi ohip phn ramq nam sin mbi medicare ihi nhi health insurance"),
    (SOCIAL, "ssn social"),
    (PROVINCE | HEALTH, "hcn ahcip uli hsn phin mcp msi card"),
    (PROVINCE, "alberta saskatchewan manitoba brunswick newfoundland labrador nova yukon nunavut territories"),
    (REGISTER, "mrn urn hrn gmc nmc hcpc"),
    (
        RECORD,
        "incident hospital hosp patient chart record unit case file clinic account admission episode passport licence",
    ),
    (NUMBER, "number no num nr id ref reference"),
    (PHONE, "phone telephone tel mobile cell fax ext extension whatsapp pager"),
    (BORN, "dob born birth birthday birthdate"),
    (MONTH, "january february march april may june july august september october november december"),
    (MONTH, "jan feb mar apr jun jul aug sep sept oct nov dec"),
    (
        TITLE,
        "lady lord auntie aunty uncle elder mr mrs ms mx miss dr doctor prof professor nurse sister matron sir dame rev reverend father rabbi imam",
    ),
    (SITE | RECORD, "hospital clinic"),
    (SITE, "infirmary hospice"),
    (HOUSE, "surgery centre center practice trust university school lodge house ward prison unit home service"),
    (
        SORT,
        "general community teaching district university royal children women memory pain fracture diabetes eye dental",
    ),
    (
        SORT,
        "medical mental day rapid sexual walk urgent primary private local acute regional national city county care",
    ),
    (
        SORT,
        "hospital health cardiac vascular orthopaedic plastic breast minor emergency outpatient surgical stroke older",
    ),
    (
        SORT,
        "elderly good best family foundation nursing foot skin admissions clinical business white field virtual foot",
    ),
    (
        SORT,
        "manager practitioner consultant educator specialist director students associate charge google duty on google",
    ),
    (
        SORT,
        "practitioners specialists consultants managers educators senior junior officer officers intensive high dependency",
    ),
    (SORT, "neonatal special assessment coronary renal burns psychiatric birth delivery labour respite dialysis short"),
    (SORT, "stay trauma spinal head injury rehabilitation recovery decision research simulation ambulance transport"),
    (
        SORT,
        "safety experience advice therapy support social crisis liaison interpreting occupational paediatric maternity critical palliative",
    ),
    (BED, "rm bed beds bedspace bay room ward cubicle trolley cot theatre resus flat"),
    (UNIT, "hour hours hrs minute minutes mins month months week weeks night nights day days shift shifts year years"),
    (UNIT, "times people patients beds nurses of or degrees am pm mg ml percent per metres"),
    (YEAR, "year years yr yrs y yo"),
    (DAYS, "day days week weeks month months"),
    (OLD, "old o"),
    (AGE, "age aged turned turning"),
    (
        LIMIT,
        "over under above below least than until before after older younger up plus from or to onwards between start starts stops screening",
    ),
    (SOMEBODY, "baby girl boy infant child neonate twin twins son daughter newborn"),
    (SOMEBODY, "he she patient pt mother father wife husband man woman lady gentleman initials"),
    (JOB, "midwife physio physiotherapist mentor supervisor registrar hca porter cleaner consultant surgeon paramedic"),
    (
        JOB,
        "assistant aide educator volunteer pharmacist dietitian carer receptionist manager preceptor tutor colleague friend resident intern",
    ),
    (IDENTITY, "black white brown asian african caribbean muslim jewish sikh hindu christian catholic deaf disabled"),
    (IDENTITY, "indigenous aboriginal maori roma traveller filipino filipina pakistani somali syrian arab kurdish"),
    (IDENTITY, "turkish queer british irish scottish northern southern indian chinese nigerian ghanaian jamaican"),
    (IDENTITY, "kenyan sri lankan romanian inuit american australian canadian italian german portuguese iranian"),
    (IDENTITY, "ukrainian russian egyptian sudanese ethiopian eritrean vietnamese thai korean japanese mexican"),
    (SORT, "doctors participation information group groups access reported abuse endoscopy obstetric ambulatory"),
    (SORT, "pregnancy baby discharge case led chemotherapy civil fire blood transfusion interpreter workforce"),
    (SORT, "behavioural science"),
    (OFFICE, "anaesthetic anaesthesia election paediatrics adult ward"),
    (LETTERS, "bp rr lp ng pr uo odp ca"),
    (ORDINAL, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"),
    (ORDINAL, "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"),
    (POST, "postcode postal zip eircode"),
    (GENERAL, "general royal"),
    (OFFICE, "attorney surgeon director governor major college colleges society family commission navy mail assembly"),
    (OFFICE, "inspector secretary medical practice practitioner council medicine surgery hospital"),
    (AFTER_AGE, "with who was had came whose"),
    (
        COUNT,
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
    ),
    (COUNT, "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"),
    (NINETY, "ninety hundred nonagenarian centenarian"),
    (DECADE, "teens twenties thirties forties fifties sixties seventies eighties nineties"),
    (WHOSE | SMALL, "my his her their our"),
    (WHERE | SMALL, "in from near outside"),
    (SMALL, "a an the this that these those we he she it they i you and but so if when while after before during then"),
    (
        SMALL,
        "there here no not at of for to with by as is was are were be been every each any some most many all another",
    ),
    (
        SMALL,
        "other both one two its your what how why who where which last next first yesterday today tomorrow now later",
    ),
    (
        SMALL,
        "once since until though because only even just still also perhaps maybe or on about through between private",
    ),
    (
        LETTERS,
        "uk us eu usa am pm ad bc md rn gp ot pt iv im ed er ae hr it pr ba bsc phd ps nb tv nhs gmc nmc bmj icu",
    ),
    (LETTERS, "hiv qi id ok ted ent itu ceo who mri ct ecg sho"),
    (
        LETTERED,
        "vitamin hepatitis plan type group option appendix section part grade band team table figure level class",
    ),
    (LETTERED, "guideline building policy machine protocol computer system habit problem question rule study article"),
    (LETTERED, "ventilator hoist scanner printer pump lift kettle fridge"),
    (
        NOWHERE,
        "monday tuesday wednesday thursday friday saturday sunday english french spanish arabic welsh urdu polish",
    ),
    (
        NOWHERE,
        "punjabi bengali gaelic cree ramadan lent eid christmas easter diwali passover covid god latin datix mum dad",
    ),
    (PLACE, "village hamlet island isle reserve reservation farm croft prison barracks hostel convent lighthouse"),
    (
        CONDITION,
        "huntington haemophilia hemophilia sickle thalassaemia thalassemia cystic porphyria achondroplasia dwarfism",
    ),
    (
        CONDITION,
        "albinism marfan ehlers trisomy klinefelter gaucher fabry neurone als creutzfeldt myasthenia sarcoidosis",
    ),
    (
        CONDITION,
        "lupus scleroderma amyloidosis leukaemia leukemia lymphoma myeloma sarcoma melanoma glioblastoma cancer",
    ),
    (
        CONDITION,
        "mesothelioma hiv tb tuberculosis leprosy malaria anorexia bulimia schizophrenia bipolar autism autistic",
    ),
    (
        CONDITION,
        "epilepsy parkinson dementia sclerosis transplant amputation amputee paraplegic tetraplegic quadriplegic",
    ),
    (CONDITION, "deafblind spina cleft stillbirth miscarriage overdose hermaphrodite intersex phenylketonuria"),
];

/// The words that are known, ready to be looked up. Made once.
pub struct Words(Vec<(&'static str, Roles)>);

impl Words {
    /// The words of English: the only language there is.
    pub fn english() -> Words {
        let mut sorted: Vec<(&str, Roles)> = Vec::new();
        for (roles, words) in ENGLISH {
            for word in words.split(' ') {
                match sorted.binary_search_by(|(known, _)| (*known).cmp(word)) {
                    Ok(at) => sorted[at].1 |= roles,
                    Err(at) => sorted.insert(at, (word, *roles)),
                }
            }
        }
        Words(sorted)
    }

    /// What is known of a word, whatever its capitals.
    pub(super) fn roles(&self, word: &[u8]) -> Roles {
        let mut small = [0; LONGEST];
        let Some(small) = small.get_mut(..word.len()) else { return 0 };
        small.copy_from_slice(word);
        small.make_ascii_lowercase();
        let place = self.0.binary_search_by(|(known, _)| known.as_bytes().cmp(small));
        place.map_or(0, |at| self.0[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_can_be_found() {
        let words = Words::english();
        for (roles, list) in ENGLISH {
            for word in list.split(' ') {
                assert_eq!(words.roles(word.as_bytes()) & roles, *roles, "{word}");
                assert_eq!(words.roles(word.to_ascii_uppercase().as_bytes()) & roles, *roles, "{word}");
            }
        }
        assert_eq!(words.roles("elsewhere".as_bytes()), 0);
        assert_eq!(words.roles("a".repeat(1_000).as_bytes()), 0);
    }
}
