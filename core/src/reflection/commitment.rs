use super::Stamp;
use chrono::NaiveDate;

/// Something a person means to do (on screen: a step). All of it is in their own words, and all but `what` may be empty.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Commitment {
    /// What they mean to do.
    pub what: String,
    /// Where it acts.
    pub level: Option<Level>,
    /// [`Coin::id`](crate::activity::Coin::id); empty for none.
    pub coin: String,
    /// Who asked for it or leads it.
    pub asked_by: String,
    /// What comes first.
    pub first: String,
    /// What they have in hand for it.
    pub power: String,
    /// What it could cost others.
    pub risk: String,
    /// How those affected would say that it helped.
    pub sign: String,
    /// When to look at it again.
    pub look_again: Option<NaiveDate>,
    /// The id (32 hex digits) of the record it grew out of; empty if none.
    pub grew_from: String,
    /// Each time they looked at it again, in order.
    pub looks: Vec<Look>,
}

/// Where a commitment acts (Nixon, 2019).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// In myself: learning, noticing, a habit.
    Internal,
    /// Between people.
    Interpersonal,
    /// In the institution: a form, a rota, a rule, a budget.
    Institutional,
}

/// One time of looking again.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// When.
    pub at: Stamp,
    /// What became of it, if that was said.
    pub how: Option<How>,
    /// In the person's words; may be empty.
    pub words: String,
}

/// What became of a commitment. All are honourable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It goes on as it is.
    StillGoing,
    /// It goes on as something else.
    Changed,
    /// It is done.
    Done,
    /// It was let go.
    LetGo,
}

impl Commitment {
    /// Whether it is neither done nor let go.
    pub fn open(&self) -> bool {
        let said = self.looks.iter().rev().find_map(|look| look.how);
        !matches!(said, Some(How::Done | How::LetGo))
    }

    /// Whether the day has come to look at it again.
    pub fn due(&self, today: NaiveDate) -> bool {
        self.open() && self.look_again.is_some_and(|day| day <= today)
    }

    /// Says something in the look at `place`, or in a new one at the end. A look of which everything was taken back goes.
    pub fn say(&mut self, place: usize, at: Stamp, say: impl FnOnce(&mut Look)) {
        if self.looks.len() <= place {
            self.looks.push(Look { at, how: None, words: String::new() });
        }
        if let Some(look) = self.looks.get_mut(place) {
            say(look);
            if look.how.is_none() && look.words.is_empty() {
                self.looks.remove(place);
            }
        }
    }

    pub(super) fn texts_mut(&mut self) -> Vec<&mut String> {
        let own =
            [&mut self.what, &mut self.asked_by, &mut self.first, &mut self.power, &mut self.risk, &mut self.sign];
        own.into_iter().chain(self.looks.iter_mut().map(|look| &mut look.words)).collect()
    }

    /// Every text of the person's own in it.
    pub(super) fn texts(&self) -> Vec<&str> {
        let own = [&self.what, &self.asked_by, &self.first, &self.power, &self.risk, &self.sign];
        own.into_iter().map(String::as_str).chain(self.looks.iter().map(|look| look.words.as_str())).collect()
    }
}

/// The day that a text such as `2026-11-21` names. There is no year 0.
pub fn day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let mut part = |digits: usize| parts.next().filter(|part| part.len() == digits && part.is_ascii());
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    let year = year.parse().ok().filter(|year| *year > 0)?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(how: How) -> Look {
        Look { at: Stamp::default(), how: Some(how), words: String::new() }
    }

    #[test]
    fn a_day_is_read_as_it_is_written() {
        let read = day("2026-02-28").expect("a day");
        assert_eq!(read.to_string(), "2026-02-28");
        for none in ["", "2026-02-29", "26-02-01", "2026-2-1", "2026-02", "2026-02-281", "2026-02-é", "0000-02-01"] {
            assert_eq!(day(none), None, "{none}");
        }
    }

    #[test]
    fn what_was_said_of_it_can_be_taken_back() {
        let mut step = Commitment { looks: vec![look(How::Changed)], ..Commitment::default() };
        let before = step.clone();
        let at = Stamp { ms: 1, offset: 0 };
        step.say(1, at, |look| look.how = Some(How::Done));
        assert!(!step.open() && step.looks[1].at == at);
        step.say(1, at, |look| look.how = None);
        assert_eq!(step, before, "as if it had not been looked at again");
        step.say(1, at, |look| look.words = " ".into());
        assert_eq!(step.looks.len(), 2, "while words are being written, a blank stays");
        step.say(1, at, |look| look.words.clear());
        step.say(0, at, |look| look.words = "a".into());
        assert_eq!((step.looks.len(), &*step.looks[0].words), (1, "a"));
    }

    #[test]
    fn it_is_due_until_it_is_done_or_let_go() {
        let (before, then) = (day("2026-01-01").expect("a day"), day("2026-01-02").expect("a day"));
        let mut step = Commitment { look_again: Some(then), ..Commitment::default() };
        assert!(!step.due(before) && step.due(then));
        step.looks.push(look(How::Changed));
        assert!(step.due(then), "what goes on comes again when its day does");
        for how in [How::Done, How::LetGo] {
            step.looks.push(look(how));
            assert!(!step.open() && !step.due(then));
        }
        step.looks.push(look(How::StillGoing));
        assert!(step.due(then), "what was taken up again");
    }
}
