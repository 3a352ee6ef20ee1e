//! WebDriver over HTTP: one session of one driver.

use serde_json::{Value, json};
use std::time::Duration;

/// A WebDriver session. It is ended by whoever owns the driver.
#[derive(Debug)]
pub(crate) struct Session {
    agent: ureq::Agent,
    base: String,
}

/// What the driver answered instead of doing what it was asked.
#[derive(Debug)]
pub(crate) struct Refused {
    /// The error code of the WebDriver standard, or "no answer".
    pub(crate) code: String,
    /// What the driver said about it.
    pub(crate) message: String,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code, self.message.lines().next().unwrap_or_default())
    }
}

/// The key under which WebDriver hands over elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Session {
    /// Asks the driver at `port` for a session with these capabilities.
    pub(crate) fn new(port: u16, capabilities: &Value) -> Result<Self, Refused> {
        let config = ureq::Agent::config_builder().http_status_as_error(false).proxy(None);
        let agent: ureq::Agent = config.timeout_global(Some(Duration::from_secs(90))).build().into();
        let base = format!("http://127.0.0.1:{port}/session");
        let answer = send(&agent, "POST", &base, &json!({ "capabilities": { "alwaysMatch": capabilities } }))?;
        let id = answer["sessionId"].as_str().expect("a new session has an id").to_owned();
        Ok(Self { agent, base: format!("{base}/{id}") })
    }

    pub(crate) fn post(&self, path: &str, body: Value) -> Result<Value, Refused> {
        send(&self.agent, "POST", &format!("{}/{path}", self.base), &body)
    }

    pub(crate) fn get(&self, path: &str) -> Result<Value, Refused> {
        send(&self.agent, "GET", &format!("{}/{path}", self.base), &Value::Null)
    }

    pub(crate) fn delete(&self, path: &str) -> Result<Value, Refused> {
        send(&self.agent, "DELETE", format!("{}/{path}", self.base).trim_end_matches('/'), &Value::Null)
    }

    /// Whether the driver answers, and knows nothing of this session any more: the browser's page has ended.
    pub(crate) fn is_lost(&self) -> bool {
        let lost = ["invalid session id", "no such window"];
        self.get("url").is_err_and(|refused| lost.contains(&refused.code.as_str()))
    }

    /// Runs the body of a function in the page and gives what it returns.
    pub(crate) fn run(&self, script: &str, args: Value) -> Result<Value, Refused> {
        self.post("execute/sync", json!({ "script": script, "args": args }))
    }

    /// Runs the body of a function in the page that calls its last argument when done.
    pub(crate) fn run_async(&self, script: &str, args: Value) -> Result<Value, Refused> {
        self.post("execute/async", json!({ "script": script, "args": args }))
    }
}

/// The id of an element that a script returned.
pub(crate) fn element_id(value: &Value) -> Option<&str> {
    value.get(ELEMENT)?.as_str()
}

/// An element as a script's argument.
pub(crate) fn element(id: &str) -> Value {
    json!({ ELEMENT: id })
}

/// Whether a driver answers at `port`.
pub(crate) fn is_up(port: u16) -> bool {
    let config = ureq::Agent::config_builder().proxy(None).timeout_global(Some(Duration::from_secs(2)));
    let agent: ureq::Agent = config.build().into();
    agent.get(format!("http://127.0.0.1:{port}/status")).call().is_ok()
}

fn send(agent: &ureq::Agent, method: &str, url: &str, body: &Value) -> Result<Value, Refused> {
    let lost = |error: ureq::Error| Refused { code: "no answer".into(), message: error.to_string() };
    let answer = match method {
        "GET" => agent.get(url).call(),
        "DELETE" => agent.delete(url).call(),
        _ => agent.post(url).header("Content-Type", "application/json; charset=utf-8").send(body.to_string()),
    };
    let mut answer = answer.map_err(lost)?;
    let text = answer.body_mut().with_config().limit(200 << 20).read_to_string().map_err(lost)?;
    let mut whole: Value = serde_json::from_str(&text)
        .map_err(|error| Refused { code: "no answer".into(), message: format!("{error} in {text}") })?;
    let value = whole["value"].take();
    match value["error"].as_str() {
        Some(code) if !answer.status().is_success() => {
            let message = value["message"].as_str().unwrap_or_default().to_owned();
            Err(Refused { code: code.to_owned(), message })
        }
        _ => Ok(value),
    }
}
