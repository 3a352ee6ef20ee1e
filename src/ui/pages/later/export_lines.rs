//! What a person wrote, in the words of the screens they wrote it on.

use super::{super::today::step_name, commitment::lines_of, commitments::how_words, placement_settings::settings_line};
use crate::{
    state::{App, Content, Record, RecordId, Sort, answered, is_code, newest_first},
    ui::components::stand_words,
    words::word,
};
use obverse_core::{
    activity::{Choice, Item, Step},
    reflection::{Answer, Body, Commitment, Entry, Placement, Stamp, told::Told},
};

/// Everything of the kinds that `goes_in` says, newest first; two versions are both there.
pub(super) fn gather(app: App, goes_in: impl Fn(Sort) -> bool) -> Vec<Told> {
    let all: Vec<Record> = app.journal.look(|records| records.cloned().collect());
    let all = newest_first(all, Record::begun);
    with(app, |around| all.iter().flat_map(|record| around.told(record, &goes_in)).collect())
}

/// An entry as it stands, without its date.
pub(super) fn entry_in_words(app: App, entry: &Entry) -> Told {
    let (title, lines) = with(app, |around| (app.content.heading(entry), around.of_entry(entry)));
    Told { title, lines, typed: typed(&Body::Entry(entry.clone())), ..Told::default() }
}

fn typed(body: &Body) -> Vec<String> {
    body.texts().into_iter().map(str::to_owned).collect()
}

fn with<T>(app: App, tell: impl FnOnce(Around) -> T) -> T {
    tell(Around {
        content: app.content,
        date: &|stamp| app.date(stamp),
        body: &|id| app.journal.record(id).and_then(|record| record.body().cloned()),
    })
}

/// Questions, which may be empty, and what was said to each.
type Lines = Vec<(String, String)>;

/// What has to be known beside a record to say it in words.
#[derive(Clone, Copy)]
struct Around<'a> {
    content: Content,
    date: &'a dyn Fn(Stamp) -> String,
    body: &'a dyn Fn(RecordId) -> Option<Body>,
}

impl Around<'_> {
    /// Each version of a record, if it is of a kind that goes in.
    fn told(self, record: &Record, goes_in: &dyn Fn(Sort) -> bool) -> Vec<Told> {
        let mut all = Vec::new();
        for head in &record.heads {
            let Some(body) = head.body.as_ref().filter(|body| goes_in(Sort::of(body))) else { continue };
            let mut about = Vec::new();
            if record.in_conflict() {
                about.push(word::entry::version(&(self.date)(head.at)));
            } else if matches!(body, Body::Entry(_)) && head.at.day() != record.made.day() {
                about.push(word::entry::changed(&(self.date)(head.at)));
            }
            let (title, unfinished, grew_from, lines) = match body {
                Body::Placement(placement) => (self.coin(&placement.coin), false, "", placed(placement)),
                Body::Run(run) => {
                    let title = match self.content.line(&run.activity) {
                        Some(line) => line.title,
                        None if is_code(run) => word::hand_in::code().to_owned(),
                        None => run.activity.clone(),
                    };
                    let wordings = self.content.wordings(&run.activity);
                    let said = run.given.iter().filter_map(|given| {
                        let item = wordings.at(&given.item, given.revision).ok_or_else(|| wordings.asks(&given.item));
                        say(item, &given.answer, given.new_to_me, &given.note)
                    });
                    (title, !run.finished() && !is_code(run), "", said.collect())
                }
                Body::Entry(entry) => {
                    let mut lines = self.of_entry(entry);
                    let coins: Vec<String> = entry.coins.iter().map(|coin| self.coin(coin)).collect();
                    if !coins.is_empty() {
                        lines.push((word::entry::coins().to_owned(), coins.join("\n")));
                    }
                    (self.content.heading(entry), !entry.at.is_empty(), &*entry.grew_from, lines)
                }
                Body::Commitment(step) => (step_name(step), false, &*step.grew_from, self.of_step(step)),
            };
            if unfinished {
                about.push(word::journal::unfinished().to_owned());
            }
            about.extend(grew_from.parse().ok().and_then(|id| self.grew_from(id)));
            let mut typed = typed(body);
            typed.extend(grew_from.parse().ok().and_then(|id| self.typed_name(id)));
            let kind = sort_names()[Sort::of(body) as usize].to_owned();
            all.push(Told { date: record.made.iso(), kind, title, about, lines, typed });
        }
        all
    }

    fn of_entry(self, entry: &Entry) -> Lines {
        let wordings = self.content.wordings(&entry.form);
        let said = entry.parts.iter().filter_map(|part| {
            let item = wordings.at(&part.item, part.revision).ok_or_else(|| wordings.asks(&part.item));
            say(item, &Answer::Many(part.chosen.clone()), false, &part.text)
        });
        said.collect()
    }

    fn of_step(self, step: &Commitment) -> Lines {
        let said = lines_of(step).into_iter().map(|(ask, text)| (ask.to_owned(), text));
        let day = step.look_again.map(|day| (word::steps::look_again().to_owned(), (self.date)(Stamp::noon(day))));
        let coin = (!step.coin.is_empty()).then(|| (word::steps::coin().to_owned(), self.coin(&step.coin)));
        let looks = step.looks.iter().map(|look| {
            let how = look.how.map(how_words);
            let words = Some(look.words.as_str()).filter(|words| !words.trim().is_empty());
            ((self.date)(look.at), [how, words].into_iter().flatten().collect::<Vec<_>>().join("\n"))
        });
        said.chain(day).chain(coin).chain(looks).collect()
    }

    /// What a record grew out of, as its page says it.
    fn grew_from(self, id: RecordId) -> Option<String> {
        Some(match (self.body)(id)? {
            Body::Placement(placement) => word::entry::grew_from(&self.coin(&placement.coin)),
            Body::Run(run) => word::entry::grew_from_run(&self.content.line(&run.activity)?.title),
            Body::Entry(entry) => word::entry::grew_from_run(&self.content.heading(&entry)),
            Body::Commitment(step) => word::entry::grew_from_step(step.what.trim()),
        })
    }

    /// The person's own words in what [`Self::grew_from`] says.
    fn typed_name(self, id: RecordId) -> Option<String> {
        match (self.body)(id)? {
            Body::Entry(entry) => Some(entry.title),
            Body::Commitment(step) => Some(step.what),
            Body::Placement(_) | Body::Run(_) => None,
        }
    }

    /// A coin's name; its id, if there is no such coin any more.
    fn coin(self, id: &str) -> String {
        self.content.coin_line(id).map_or_else(|| id.to_owned(), |coin| coin.name)
    }
}

/// What was said at one item, if anything was; `item` is in the words it had then, or else whether it asks in others now.
/// What is not there any more goes by its id, or its place.
fn say(item: Result<&Item, bool>, answer: &Answer, new_to_me: bool, note: &str) -> Option<(String, String)> {
    let ask = match item {
        Ok(item) => &item.ask,
        Err(true) => word::runner::changed(),
        Err(false) => "",
    };
    let item = item.ok();
    let step = item.map(|item| &item.step);
    let mut all = match answer {
        Answer::RatherNotSay => vec![word::runner::rather_not_said().to_owned()],
        Answer::One(id) => chosen(step, std::slice::from_ref(id)),
        Answer::Many(ids) => chosen(step, ids),
        _ => step.map(|step| answered(step, answer)).unwrap_or_default(),
    };
    match answer {
        Answer::Scale(place) if all.is_empty() => all.push((u32::from(*place) + 1).to_string()),
        Answer::Unsure if all.is_empty() => all.push(word::place::unsure().to_owned()),
        _ => {}
    }
    if let (Some(Step::One { tick: Some(label), .. }), true) = (step, new_to_me) {
        all.push(label.clone());
    }
    if !note.trim().is_empty() {
        all.push(note.to_owned());
    }
    (!all.is_empty()).then(|| (ask.to_owned(), all.join("\n")))
}

/// The labels of these options in their order, and then the ids of those that are gone.
fn chosen(step: Option<&Step>, ids: &[String]) -> Vec<String> {
    let options: &[Choice] = match step {
        Some(Step::One { options, .. } | Step::Many { options }) => options,
        _ => &[],
    };
    let there = options.iter().filter(|option| ids.contains(&option.id)).map(|option| option.label.clone());
    let gone = ids.iter().filter(|id| options.iter().all(|option| option.id != **id)).cloned();
    there.chain(gone).collect()
}

fn placed(placement: &Placement) -> Lines {
    let stand = placement.stand.map(|stand| (word::place::ask(), stand_words(stand).to_owned()));
    let settings = placement.settings.iter().filter(|setting| !setting.place.trim().is_empty());
    let settings = settings.map(|setting| (word::place::settings(), settings_line(setting)));
    let note = (!placement.note.trim().is_empty()).then(|| (word::place::note(), placement.note.clone()));
    stand.into_iter().chain(settings).chain(note).map(|(ask, said)| (ask.to_owned(), said)).collect()
}

/// In the order of [`Sort::ALL`].
pub(super) fn sort_names() -> [&'static str; 4] {
    [word::export::entries(), word::export::placements(), word::export::answers(), word::steps::title()]
}

#[cfg(test)]
mod tests;
