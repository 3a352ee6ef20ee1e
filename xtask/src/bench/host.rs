//! A host for dist/ on this machine, which compresses as a good host does.

use crate::{Outcome, place, sizes};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// Serves until it is dropped.
pub(super) struct Host {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
}

/// A file, compressed, with its type.
type Files = HashMap<String, (Vec<u8>, &'static str)>;

impl Host {
    /// Compresses all files once, then answers on a free port.
    pub(super) fn start(dist: &Path) -> Outcome<Host> {
        let mut files = Files::new();
        for path in place::files(dist)? {
            let bytes = sizes::brotli(&place::read_bytes(&dist.join(&path))?)?;
            let kind = kind(&path);
            files.insert(format!("/{path}"), (bytes, kind));
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
    pub(super) fn address(&self) -> String {
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
        Some((bytes, kind)) => {
            let long = bytes.len();
            format!(
                "200 OK\r\nContent-Type: {kind}\r\nContent-Encoding: br\r\nContent-Length: {long}\r\nCache-Control: no-cache"
            )
        }
        None => "404 Not Found\r\nContent-Length: 0".to_owned(),
    };
    stream.write_all(format!("HTTP/1.1 {head}\r\nConnection: close\r\n\r\n").as_bytes()).ok()?;
    files.get(path).and_then(|(bytes, _)| stream.write_all(bytes).ok())
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html",
        "css" => "text/css",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "text/plain",
    }
}
