//! nginx on the loopback, put up by what docs/hosting.md tells a host to write and to run.

use crate::engine::{free_port, wait_for};
use crate::process::Family;
use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// The built app on nginx, in a folder of its own, until stopped or dropped.
#[derive(Debug)]
pub struct Nginx {
    family: Family,
    folder: PathBuf,
    port: u16,
    under: String,
}

impl Nginx {
    /// Serves the built app at `/` or under a sub-path such as `/reflect/`. Without nginx there is none, which is said
    /// aloud, and is a failure on a build server.
    pub fn of_app_under(under: &str) -> Option<Self> {
        let Some(program) = program() else {
            let server = std::env::var("CI").is_ok_and(|value| !value.is_empty() && value != "false");
            assert!(!server, "nginx is not installed: apt-get install nginx");
            crate::left_out("nginx is not installed, so docs/hosting.md was not tried");
            return None;
        };
        let name = format!("obverse-nginx-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        let port = free_port();
        fs::create_dir_all(&folder).expect("a temporary folder");
        let server = filled(&block("nginx"), port, &folder);
        fs::write(folder.join("server.conf"), server).expect("the folder was made above");
        place(&folder, under);
        let whole = folder.join("nginx.conf");
        fs::write(&whole, around(&folder)).expect("the folder was made above");
        let mut command = Command::new(program);
        command.arg("-p").arg(&folder).arg("-c").arg(&whole);
        let log = folder.join("nginx.log");
        let mut family = Family::spawn(&mut command, &log, &folder);
        wait_for("nginx", || {
            assert!(family.is_alive(), "nginx ended at once: {}", fs::read_to_string(&log).unwrap_or_default());
            TcpStream::connect(("127.0.0.1", port)).ok()
        });
        Some(Self { family, folder, port, under: under.to_owned() })
    }

    /// The address of the app, with a slash at its end.
    pub fn url(&self) -> String {
        format!("{}{}", self.origin(), self.under)
    }

    /// Scheme, host and port, without a slash.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A folder for what a test fetches; it goes with nginx.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Stops for good: from now on every connection is refused.
    pub fn stop(&mut self) {
        self.family.kill();
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.stop();
        // A folder that stays behind among the temporary ones does no harm.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The block of docs/hosting.md that stands after the line `<!-- tried: name -->`.
pub fn block(name: &str) -> String {
    let page = fs::read_to_string(crate::workspace().join("docs/hosting.md")).expect("docs/hosting.md is there");
    let after = page.split_once(&format!("<!-- tried: {name} -->\n```")).map(|(_, after)| after);
    let block = after.and_then(|after| after.split_once('\n')?.1.split_once("```"));
    block.unwrap_or_else(|| panic!("docs/hosting.md has no block after `<!-- tried: {name} -->`")).0.to_owned()
}

/// Where nginx is: in place, or unpacked by `cargo xtask test`. Debian keeps it off the path of those who are not root.
fn program() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/sbin".into()]);
    let unpacked = crate::workspace().join("target/nginx/usr/sbin");
    folders.chain([unpacked]).map(|folder| folder.join("nginx")).find(|file| file.is_file())
}

/// The block for nginx with a port and a folder of this test's, and without TLS, which the loopback does without.
fn filled(block: &str, port: u16, folder: &Path) -> String {
    let mut block = replaced(block, "listen 443 ssl;", &format!("listen 127.0.0.1:{port};"));
    block = replaced(&block, "/srv/obverse", &folder.to_string_lossy());
    for line in ["ssl_certificate /etc/ssl/obverse.pem;", "ssl_certificate_key /etc/ssl/private/obverse.key;"] {
        block = replaced(&block, line, "");
    }
    block
}

/// Puts the built app in its place, by the very lines that docs/hosting.md has for it.
fn place(folder: &Path, under: &str) {
    let site = folder.join("site").join(under.trim_matches('/'));
    let above = site.parent().expect("it stands in the folder");
    fs::create_dir_all(above).expect("a temporary folder");
    let (dist, temporary) = (crate::dist(), folder.to_string_lossy());
    let dist = dist.canonicalize().expect("it was found");
    let mut script = block("update");
    script = replaced(&script, "cp -r dist ", &format!("cp -r '{}' ", dist.display()));
    let place = site.to_string_lossy();
    script = replaced(&script, "place=/srv/obverse/site ", &format!("place={} ", place.trim_end_matches('/')));
    script = replaced(&script, "/etc/nginx/sites-available/obverse", &format!("{temporary}/server.conf"));
    script = replaced(&script, "nginx -t && systemctl reload nginx\n", "");
    script = script.replace("/srv/obverse/", &format!("{temporary}/"));
    sh(&script, folder);
}

/// Runs lines of a shell in a folder, and panics at the first that fails.
pub fn sh(script: &str, folder: &Path) {
    let ran = Command::new("sh").args(["-e", "-c", script]).current_dir(folder).output().expect("there is a shell");
    let told = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{script}\n{told}");
}

/// What stands around the block: as in Debian's own nginx.conf, but with all it writes in this test's folder, and as one
/// process that ends when it is told to.
fn around(folder: &Path) -> String {
    let folder = folder.display();
    let kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let kept: String = kept.iter().map(|name| format!("    {name}_temp_path {folder}/{name};\n")).collect();
    let types = Path::new("/etc/nginx/mime.types");
    let types = if types.is_file() { "include /etc/nginx/mime.types;" } else { "" };
    format!(
        "daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nerror_log stderr;\nevents {{ }}\nhttp {{\n{kept}    \
         sendfile on;\n    tcp_nopush on;\n    {types}\n    default_type application/octet-stream;\n    \
         include {folder}/server.conf;\n}}\n"
    )
}

/// The text with one thing in it replaced, which must be there exactly once.
fn replaced(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "docs/hosting.md is not as the test expects: {from}");
    text.replacen(from, to, 1)
}
