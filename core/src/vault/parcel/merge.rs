//! What a backup has for one record, held against what is here. By descent alone: no clock is asked.
//!
//! The revisions of both sides are put together, and the heads of all are what the record is to have. Of the file's
//! revisions only those heads are written; if some of ours would then wrongly stay heads, because the ones between
//! are missing, all of the file's are. Earlier revisions are left in the file.

use super::{Line, Vault};
use crate::{
    reflection::Body,
    seal::digest,
    vault::{
        KeepError, RecordId, Rev,
        lineage::{self, Link, Links, note},
        revision::Revision,
        save::PAST_MOST,
        v1,
    },
};

/// How a record in the file stands to the one here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is not here.
    New,
    /// It is here as it is there.
    Same,
    /// What is there came after what is here.
    NewerThere,
    /// What is here came after what is there.
    NewerHere,
    /// Each side has something the other does not know of.
    Both,
    /// There are words there, and it was deleted here.
    DeletedHere,
}

/// What is to be done about a record.
pub(super) struct Plan<'a> {
    pub(super) standing: Standing,
    /// The newest words in the file; none if it is deleted there.
    pub(super) body: Option<&'a Body>,
    /// What to write, in this order. Heads come first: a restoring that is interrupted may show a version too many,
    /// never one too few.
    pub(super) writes: Vec<(Rev, Revision)>,
}

/// Revisions that have another name here: the old and the new.
type Names = Vec<(Rev, Rev)>;

/// A revision from the file, under the name it has here.
struct Piece<'a> {
    rev: Rev,
    line: &'a Line,
    /// What it is here, if not as in the file.
    changed: Option<Revision>,
    /// Whether it is on the shelf.
    here: bool,
    link: Link,
}

impl Piece<'_> {
    fn revision(&self) -> &Revision {
        self.changed.as_ref().unwrap_or(&self.line.revision)
    }
}

impl Vault {
    /// What to do about the record of these lines.
    pub(super) fn plan<'a>(&self, lines: &'a [Line], bring_back: bool) -> Result<Plan<'a>, KeepError> {
        let id = lines[0].id;
        let (mut pieces, renamed) = self.pieces(lines)?;
        let kept = self.kept.get(&id);
        let mut here = kept.map(|kept| kept.links.clone()).unwrap_or_default();
        let mut known: Vec<Rev> = here.keys().copied().collect();
        for piece in &pieces {
            note(&mut known, piece.rev);
            note(&mut known, piece.line.rev);
        }
        for piece in &mut pieces {
            // A name of what is nowhere says nothing, and there might be very many.
            piece.link.parents.retain(|name| known.binary_search(name).is_ok());
            piece.link.past.retain(|name| known.binary_search(name).is_ok());
            if piece.here {
                here.insert(piece.rev, piece.link.clone());
            }
        }
        for rev in known.iter().filter(|_| !renamed.is_empty()) {
            // What replaced something here has replaced what came under its name, too.
            let Some(link) = here.get_mut(rev) else { continue };
            let more: Vec<Rev> = link.named().filter_map(|rev| new_name(&renamed, rev)).collect();
            link.past.extend(more);
        }
        let (mut file, mut all) = (Links::default(), here.clone());
        for piece in &pieces {
            let link = here.get(&piece.rev).unwrap_or(&piece.link);
            file.insert(piece.rev, link.clone());
            all.insert(piece.rev, link.clone());
        }
        let (ours, theirs, merged) = (lineage::heads(&here), lineage::heads(&file), lineage::heads(&all));

        let mut words: Vec<&Piece> = pieces.iter().filter(|piece| theirs.contains(&piece.rev)).collect();
        words.retain(|piece| piece.revision().body.is_some());
        let newest = words.iter().max_by_key(|piece| (piece.link.said, piece.rev));
        let body = newest.and_then(|piece| piece.line.revision.body.as_ref());
        let plan = |standing, writes| Plan { standing, body, writes };

        let deleted = |rev: &Rev| here[rev].deleted;
        let gone = !ours.is_empty() && ours.iter().all(deleted) && ours.iter().any(|rev| merged.contains(rev));
        if !words.is_empty() && (gone || bring_back) {
            let upon = if gone { ours.clone() } else { begun(id, &here, &words) };
            let mut writes = Vec::new();
            for piece in words.iter().filter(|_| bring_back && !upon.is_empty()) {
                let (rev, revision) = brought_back(id, piece, &upon);
                let (rev, there) = self.place(id, rev, &revision)?;
                if !there && !here.values().any(|link| link.named().any(|name| name == rev)) {
                    writes.push((rev, revision));
                }
            }
            if gone || !writes.is_empty() {
                return Ok(plan(Standing::DeletedHere, writes));
            }
        }

        if alike(&ours, &merged) {
            let same = alike(&ours, &theirs);
            return Ok(plan(if same { Standing::Same } else { Standing::NewerHere }, vec![]));
        }
        let missing = |rev: &&Rev| !here.contains_key(rev);
        let mut wanted: Vec<Rev> = merged.iter().filter(missing).copied().collect();
        // None of ours stays, or a restoring was interrupted after the heads.
        let replaced = wanted.is_empty() || !ours.iter().any(|rev| merged.contains(rev));
        let mut then = here.clone();
        for rev in &wanted {
            then.insert(*rev, all[rev].clone());
        }
        if !alike(&lineage::heads(&then), &merged) {
            wanted.extend(file.keys().filter(|rev| !then.contains_key(rev)));
        }
        let shown = || kept.into_iter().flat_map(|kept| &kept.record.heads).filter(|head| merged.contains(&head.rev));
        let mut heads = pieces.iter().filter(|piece| missing(&&piece.rev) && merged.contains(&piece.rev));
        let standing = match () {
            () if here.is_empty() => Standing::New,
            () if replaced => Standing::NewerThere,
            () if heads.all(|piece| shown().any(|head| head.body == piece.revision().body)) => Standing::Same,
            () => Standing::Both,
        };
        let piece = |rev: &Rev| pieces.iter().find(|piece| piece.rev == *rev);
        let writes = wanted.iter().filter_map(piece).map(|piece| (piece.rev, piece.revision().clone())).collect();
        Ok(plan(standing, writes))
    }

    /// The revisions of a record under the names they have here, or will have. Where something else stands under a
    /// name already, or something that cannot be read, the one from the file gets another; so does what was written
    /// upon it, so that it replaces that and not what is here. Old and new names are told as well.
    fn pieces<'a>(&self, lines: &'a [Line]) -> Result<(Vec<Piece<'a>>, Names), KeepError> {
        let mut pieces = Vec::with_capacity(lines.len());
        let mut renamed: Vec<Rev> = Vec::new();
        for line in lines {
            let (rev, here) = self.place(line.id, line.rev, &line.revision)?;
            let other = rev != line.rev;
            if other {
                note(&mut renamed, line.rev);
            }
            let link = Link::new(&line.revision, 0, false);
            pieces.push(Piece { rev: line.rev, line, changed: None, here: here && !other, link });
        }
        if renamed.is_empty() {
            return Ok((pieces, vec![]));
        }
        loop {
            let before = renamed.len();
            for piece in pieces.iter().filter(|piece| !piece.here) {
                if piece.link.named().any(|name| renamed.binary_search(&name).is_ok()) {
                    note(&mut renamed, piece.line.rev);
                }
            }
            if renamed.len() == before {
                break;
            }
        }
        let names: Names = lines
            .iter()
            .filter(|line| renamed.binary_search(&line.rev).is_ok())
            .map(|line| (line.rev, derived(line.id, line.rev, &[], &line.revision)))
            .collect();
        for piece in &mut pieces {
            let Some(rev) = new_name(&names, piece.line.rev) else { continue };
            let mut revision = piece.line.revision.clone();
            for rev in revision.parents.iter_mut().chain(&mut revision.past) {
                *rev = new_name(&names, *rev).unwrap_or(*rev);
            }
            (piece.rev, piece.here) = self.place(piece.line.id, rev, &revision)?;
            piece.link = Link::new(&revision, 0, false);
            piece.changed = Some(revision);
        }
        Ok((pieces, names))
    }

    /// The name under which a revision stands on the shelf, or can: its own, unless that is taken. And whether it
    /// stands there. The name is always the same, so that a second restoring finds what the first wrote.
    fn place(&self, id: RecordId, mut rev: Rev, revision: &Revision) -> Result<(Rev, bool), KeepError> {
        loop {
            let Some(value) = self.books.peek(&self.key(id, rev))? else { return Ok((rev, false)) };
            if self.decode(id, rev, &value).is_ok_and(|there| there == *revision) {
                return Ok((rev, true));
            }
            rev = derived(id, rev, &[], revision);
        }
    }
}

fn new_name(names: &[(Rev, Rev)], old: Rev) -> Option<Rev> {
    names.iter().find(|one| one.0 == old).map(|one| one.1)
}

/// A name made of what it stands for.
fn derived(id: RecordId, rev: Rev, upon: &[Rev], revision: &Revision) -> Rev {
    let mut bytes = Vec::new();
    for name in [id.0, rev.0].into_iter().chain(upon.iter().map(|rev| rev.0)) {
        bytes.extend(name);
    }
    bytes.extend(v1::write(revision));
    Rev(digest(&bytes)[..16].try_into().expect("a digest is longer than a name"))
}

/// The revision that brings words back upon deletions.
fn brought_back(id: RecordId, piece: &Piece, deletions: &[Rev]) -> (Rev, Revision) {
    let mut upon = Vec::new();
    for deletion in deletions {
        note(&mut upon, *deletion);
    }
    let from = piece.revision();
    let rev = derived(id, piece.rev, &upon, from);
    let past = [piece.rev].into_iter().chain(from.parents.iter().chain(&from.past).copied());
    let past = past.filter(|name| !upon.contains(name)).take(PAST_MOST).collect();
    (rev, Revision { parents: upon, past, ..from.clone() })
}

/// The deletions upon which some of these words were brought back already, when it was interrupted.
fn begun(id: RecordId, here: &Links, words: &[&Piece]) -> Vec<Rev> {
    let of = |rev: &Rev, link: &Link| words.iter().any(|piece| brought_back(id, piece, &link.parents).0 == *rev);
    let mut first = here.iter().filter(|(_, link)| words.len() > 1 && !link.parents.is_empty() && !link.deleted);
    first.find(|(rev, link)| of(rev, link)).map(|(_, link)| link.parents.clone()).unwrap_or_default()
}

/// Whether both have the same in them.
fn alike(one: &[Rev], other: &[Rev]) -> bool {
    one.len() == other.len() && one.iter().all(|rev| other.contains(rev))
}
