//! A host for dist/ on this machine, which compresses as a good host does.

use crate::{Outcome, place, sizes};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// How a host packs what it sends.
#[derive(Clone, Copy)]
pub(crate) enum Packing {
    Brotli,
    Gzip,
}

impl Packing {
    /// As `Content-Encoding` has it.
    fn name(self) -> &'static str {
        match self {
            Packing::Brotli => "br",
            Packing::Gzip => "gzip",
        }
    }

    fn pack(self, bytes: &[u8]) -> Outcome<Vec<u8>> {
        match self {
            Packing::Brotli => sizes::brotli(bytes),
            Packing::Gzip => sizes::gzip(bytes),
        }
    }
}

/// Serves until it is dropped.
pub(crate) struct Host {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
}

/// A file, compressed, and all headers but its length.
type Files = HashMap<String, (Vec<u8>, String)>;

impl Host {
    /// Compresses all files once, then answers on a free port. `headers` gives the lines to send with a path.
    pub(crate) fn start(dist: &Path, packing: Packing, headers: impl Fn(&str) -> Vec<String>) -> Outcome<Host> {
        let mut files = Files::new();
        for path in place::files(dist)? {
            let bytes = packing.pack(&place::read_bytes(&dist.join(&path))?)?;
            let mut lines =
                vec![format!("Content-Type: {}", kind(&path)), format!("Content-Encoding: {}", packing.name())];
            lines.extend(headers(&format!("/{path}")));
            files.insert(format!("/{path}"), (bytes, lines.join("\r\n")));
        }
        let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| format!("a free port: {error}"))?;
        let address = listener.local_addr().map_err(|error| format!("a free port: {error}"))?;
        let stopped = Arc::new(AtomicBool::new(false));
        let (files, flag) = (Arc::new(files), Arc::clone(&stopped));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if flag.load(Ordering::SeqCst) {
                    return;
                }
                let files = Arc::clone(&files);
                thread::spawn(move || answer(&stream, &files));
            }
        });
        Ok(Host { address, stopped })
    }

    /// Where the app is.
    pub(crate) fn address(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // Wakes the listener, so that it sees the flag and closes the port.
        drop(TcpStream::connect(self.address));
    }
}

/// Answers one request and closes.
fn answer(mut stream: &TcpStream, files: &Files) -> Option<()> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next()?.ok()?;
    let heads = lines.take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty()));
    heads.for_each(drop);
    let path = first.split(' ').nth(1)?.split('?').next()?;
    let path = if path == "/" { "/index.html" } else { path };
    let head = match files.get(path) {
        Some((bytes, lines)) => format!("200 OK\r\n{lines}\r\nContent-Length: {}", bytes.len()),
        None => "404 Not Found\r\nContent-Length: 0".to_owned(),
    };
    stream.write_all(format!("HTTP/1.1 {head}\r\nConnection: close\r\n\r\n").as_bytes()).ok()?;
    files.get(path).and_then(|(bytes, _)| stream.write_all(bytes).ok())
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "text/plain",
    }
}
