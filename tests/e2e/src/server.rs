//! A small static host on the loopback, as plain as the ones the app will be put on.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::Duration;

/// A folder served on a random port of 127.0.0.1, until stopped or dropped.
#[derive(Debug)]
pub struct Site {
    shared: Arc<Shared>,
    port: u16,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    under: String,
    stopped: AtomicBool,
    state: Mutex<State>,
}

/// Changes a text; the number is another at each request.
pub type Rewrite = fn(&str, usize) -> String;

#[derive(Debug)]
struct State {
    folder: PathBuf,
    gzip: bool,
    cache: String,
    /// Has a file's text changed as it is sent, each time with another number.
    rewrite: Option<(&'static str, Rewrite)>,
    /// How many bytes a second go out on a connection, if that is bounded.
    pace: Option<usize>,
    requests: Vec<String>,
}

impl Site {
    /// Serves the built app: `OBVERSE_DIST`, else the workspace's `dist/`.
    pub fn of_app() -> Self {
        Self::of_app_under("/")
    }

    /// Serves the built app under a sub-path such as `/reflect/`.
    pub fn of_app_under(under: &str) -> Self {
        Self::serve_under(&crate::dist(), under)
    }

    /// Serves any folder at the root.
    pub fn serve(folder: &Path) -> Self {
        Self::serve_under(folder, "/")
    }

    /// Serves any folder under a sub-path, which begins and ends with a slash.
    pub fn serve_under(folder: &Path, under: &str) -> Self {
        assert!(under.starts_with('/') && under.ends_with('/'), "a sub-path begins and ends with a slash: {under}");
        let listener = TcpListener::bind("127.0.0.1:0").expect("the loopback has a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        // no-cache without a validator: the browser's own cache cannot stand in for the service worker.
        let state = State {
            folder: folder.to_owned(),
            gzip: true,
            cache: "no-cache".into(),
            rewrite: None,
            pace: None,
            requests: Vec::new(),
        };
        let shared =
            Arc::new(Shared { under: under.into(), stopped: AtomicBool::new(false), state: Mutex::new(state) });
        let served = Arc::clone(&shared);
        let thread = std::thread::spawn(move || accept(&listener, &served));
        Self { shared, port, thread: Some(thread) }
    }

    /// The address of the served folder, with a slash at its end.
    pub fn url(&self) -> String {
        format!("{}{}", self.origin(), self.shared.under)
    }

    /// Scheme, host and port, without a slash.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Stops for good: from now on every connection is refused.
    pub fn stop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    /// From now on serves another folder at the same address, as a host does after an update.
    pub fn replace(&self, folder: &Path) {
        self.state().folder = folder.to_owned();
    }

    /// Turns compression off or on (it is on at first).
    pub fn gzip(&self, on: bool) {
        self.state().gzip = on;
    }

    /// Sets the Cache-Control header of every answer (`no-cache` at first).
    pub fn cache_control(&self, value: &str) {
        self.state().cache = value.to_owned();
    }

    /// From now on changes a file's text as it is sent, as a proxy or a host that fills in templates does.
    pub fn rewrite(&self, file: &'static str, how: Rewrite) {
        self.state().rewrite = Some((file, how));
    }

    /// From now on sends so many bytes a second on each connection; at full speed with `None`.
    pub fn pace(&self, bytes: Option<usize>) {
        self.state().pace = bytes;
    }

    /// Every request so far, as "GET /path?query -> 200".
    pub fn requests(&self) -> Vec<String> {
        self.state().requests.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared.state.lock().expect("no thread panics while it holds the state")
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let shared = Arc::clone(shared);
        // A browser opens connections ahead of need and leaves them idle: each gets a thread of its own.
        std::thread::spawn(move || answer(stream, &shared));
    }
}

/// Answers one request and closes the connection. Whatever goes wrong with the socket is the browser's affair.
fn answer(mut stream: TcpStream, shared: &Shared) -> Option<()> {
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let first = lines.next()?.ok()?;
    let headers: Vec<String> = lines.map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
    let mut words = first.split(' ');
    let (method, target) = (words.next()?, words.next()?);
    if shared.stopped.load(Ordering::SeqCst) {
        return None;
    }
    let (folder, gzip, cache, rewrite, pace) = {
        let state = shared.state.lock().ok()?;
        (state.folder.clone(), state.gzip, state.cache.clone(), state.rewrite, state.pace)
    };
    let found = file_for(&folder, &shared.under, target).and_then(|path| Some((fs::read(&path).ok()?, path)));
    let status = if found.is_some() { "200 OK" } else { "404 Not Found" };
    let number = {
        let mut state = shared.state.lock().ok()?;
        state.requests.push(format!("{method} {target} -> {}", &status[..3]));
        state.requests.len()
    };
    let (mut body, kind, name) = match found {
        Some((body, path)) => (body, mime(&path), path.file_name()?.to_string_lossy().into_owned()),
        None => (b"Not found".to_vec(), "text/plain; charset=utf-8", String::new()),
    };
    if let Some((_, how)) = rewrite.filter(|(file, _)| *file == name) {
        body = how(&String::from_utf8_lossy(&body), number).into_bytes();
    }
    let mut head =
        format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nCache-Control: {cache}\r\nConnection: close\r\n");
    let accepts = |line: &String| line.to_ascii_lowercase().starts_with("accept-encoding:") && line.contains("gzip");
    if gzip && headers.iter().any(accepts) {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&body).ok()?;
        body = encoder.finish().ok()?;
        head.push_str("Content-Encoding: gzip\r\nVary: Accept-Encoding\r\n");
    }
    head.push_str(&format!("Content-Length: {}\r\n\r\n", body.len()));
    stream.write_all(head.as_bytes()).ok()?;
    if method != "HEAD" {
        send(&mut stream, &body, pace)?;
    }
    stream.flush().ok()
}

/// Sends the body, a tenth of a second's worth at a time where that is bounded.
fn send(stream: &mut TcpStream, body: &[u8], pace: Option<usize>) -> Option<()> {
    let Some(pace) = pace else { return stream.write_all(body).ok() };
    for part in body.chunks((pace / 10).max(1)) {
        stream.write_all(part).ok()?;
        std::thread::sleep(Duration::from_millis(100));
    }
    Some(())
}

/// The file a request is for: inside the folder, with index.html for a folder's address.
fn file_for(folder: &Path, under: &str, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix(under)?;
    let inside = Path::new(path);
    if !inside.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = folder.join(inside);
    if path.is_empty() || path.ends_with('/') { Some(file.join("index.html")) } else { file.is_file().then_some(file) }
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8", // the fixture's
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
