//! A Chromium with a profile of its own, driven over WebDriver; as little of it as measuring needs.

use crate::{Outcome, process};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

const ARGUMENTS: [&str; 7] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

/// How long a script in the page may take.
const PATIENCE: Duration = Duration::from_secs(170);

/// A browser and its driver; both end when this is dropped.
pub(super) struct Driver {
    process: Child,
    port: u16,
    session: String,
}

impl Driver {
    /// Starts both.
    pub(super) fn start() -> Outcome<Driver> {
        let mut command = process::command("chromedriver", &["--port=0"]);
        let started = command.stdout(Stdio::piped()).spawn();
        let mut process = started.map_err(|error| format!("chromedriver: {error}"))?;
        let says = process.stdout.take().expect("stdout was piped");
        let mut said = String::new();
        let port = BufReader::new(says).lines().map_while(Result::ok).find_map(|line| {
            said = format!("{said}{line}\n");
            port_in(&line)
        });
        let port = port.ok_or_else(|| format!("chromedriver names no port, and ended having said:\n{said}"))?;
        let mut driver = Driver { process, port, session: String::new() };
        let patience = json!({ "script": PATIENCE.as_millis() as u64 });
        let wanted = json!({ "goog:chromeOptions": { "args": ARGUMENTS }, "timeouts": patience });
        let wanted = json!({ "capabilities": { "alwaysMatch": wanted } });
        let answer = driver.post("/session", &wanted)?;
        let id = answer["sessionId"].as_str().ok_or(format!("no session: {answer}"))?;
        driver.session = format!("/session/{id}");
        Ok(driver)
    }

    /// Goes to an address and waits until it has loaded.
    pub(super) fn open(&self, address: &str) -> Outcome {
        self.post(&format!("{}/url", self.session), &json!({ "url": address })).map(drop)
    }

    /// Runs a script that calls its last argument when it has the answer.
    pub(super) fn wait_for(&self, script: &str) -> Outcome<Value> {
        self.post(&format!("{}/execute/async", self.session), &json!({ "script": script, "args": [] }))
    }

    /// Sends a command of Chromium's own protocol.
    pub(super) fn chromium(&self, name: &str, parameters: &Value) -> Outcome<Value> {
        self.post(&format!("{}/goog/cdp/execute", self.session), &json!({ "cmd": name, "params": parameters }))
    }

    fn post(&self, path: &str, body: &Value) -> Outcome<Value> {
        let answer = self.send("POST", path, &body.to_string()).map_err(|error| format!("chromedriver: {error}"))?;
        let value = answer["value"].clone();
        match value["error"].as_str() {
            Some(error) => Err(format!("chromedriver: {error}: {}", value["message"].as_str().unwrap_or_default())),
            None => Ok(value),
        }
    }

    fn send(&self, method: &str, path: &str, body: &str) -> std::io::Result<Value> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE + Duration::from_secs(10)))?;
        let long = body.len();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {long}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(body.as_bytes())?;
        let mut reader = BufReader::new(stream);
        let (mut line, mut long) = (String::new(), 0);
        while reader.read_line(&mut line)? > 2 {
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                long = value.trim().parse().unwrap_or(0);
            }
            line.clear();
        }
        let mut bytes = vec![0; long];
        reader.read_exact(&mut bytes)?;
        Ok(serde_json::from_slice(&bytes)?)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Ending the session closes the browser; whatever fails here, the driver itself is ended below.
        let _ = self.send("DELETE", &self.session, "");
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn port_in(line: &str) -> Option<u16> {
    line.split_once("started successfully on port ")?.1.trim_end_matches(['.', ' ']).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port_in;

    #[test]
    fn the_driver_names_its_port() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 40123."), Some(40123));
        assert_eq!(port_in("Starting ChromeDriver 1 on port 0"), None);
    }
}
