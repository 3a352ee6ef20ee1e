//! Processes that never outlive the test that started them.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::SystemTime;

/// A driver with the browser it started. Dropping it ends them all.
#[derive(Debug)]
pub(crate) struct Family {
    child: Child,
    mark: String,
}

impl Family {
    /// Starts `command` with its output in `log`. Any process whose command line holds `mark` (the profile's folder)
    /// counts as family, since a browser's children may be orphaned while it is being killed.
    pub(crate) fn spawn(command: &mut Command, log: &Path, mark: &Path) -> Self {
        let out = File::options().create(true).append(true).open(log).expect("the log can be written");
        let err = out.try_clone().expect("a file handle can be cloned");
        let child = command
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(err)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
        Self { child, mark: mark.to_string_lossy().into_owned() }
    }

    /// Whether the driver is still running.
    pub(crate) fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Sends SIGKILL to the whole family at once, as a crash or a flat battery would.
    pub(crate) fn kill(&mut self) {
        for _ in 0..20 {
            let pids = self.pids();
            if pids.is_empty() {
                break;
            }
            signal("KILL", pids.iter());
            let _ = self.child.wait();
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
        let _ = self.child.wait();
    }

    /// Sends SIGKILL at once to those that were the family a moment ago, and tells when it was on its way: between
    /// the two moments.
    pub(crate) fn strike(&mut self, pids: &BTreeSet<u32>) -> [SystemTime; 2] {
        let before = SystemTime::now();
        signal("KILL", pids.iter());
        [before, SystemTime::now()]
    }

    /// Who belongs to it now.
    pub(crate) fn pids(&mut self) -> BTreeSet<u32> {
        let all = processes();
        let mut family = BTreeSet::new();
        if self.is_alive() {
            family.insert(self.child.id());
        }
        family.extend(all.iter().filter(|one| one.line.contains(&self.mark)).map(|one| one.pid));
        loop {
            let before = family.len();
            let children: Vec<u32> = all.iter().filter(|one| family.contains(&one.parent)).map(|one| one.pid).collect();
            family.extend(children);
            if family.len() == before {
                return family;
            }
        }
    }
}

impl Drop for Family {
    fn drop(&mut self) {
        self.kill();
    }
}

fn signal<'a>(name: &str, pids: impl Iterator<Item = &'a u32>) {
    let list: Vec<String> = pids.map(u32::to_string).collect();
    let script = format!("kill -{name} {} 2>/dev/null", list.join(" "));
    let _ = Command::new("sh").args(["-c", &script]).status();
}

struct Process {
    pid: u32,
    parent: u32,
    line: String,
}

/// The running processes but for zombies and this one, from /proc.
fn processes() -> Vec<Process> {
    let Ok(folder) = fs::read_dir("/proc") else { return Vec::new() };
    let pids = folder.flatten().filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    pids.filter(|pid| *pid != std::process::id())
        .filter_map(|pid| {
            let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
            // The name stands in brackets and may hold anything; state and parent follow the last bracket.
            let mut rest = stat.rsplit_once(')')?.1.split_whitespace();
            let (state, parent) = (rest.next()?, rest.next()?.parse().ok()?);
            let line = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            (state != "Z").then(|| Process { pid, parent, line: String::from_utf8_lossy(&line).into_owned() })
        })
        .collect()
}
