//! docs/hosting.md, tried: nginx is put up by the very blocks of that page, and asked as browsers ask; then the app is
//! opened from it, and opened again once it is gone.

use e2e::{Looks, Nginx, Page, Profile, block, each_engine, sh};
use std::io::Read;
use std::path::Path;

/// At the root of an origin, and under a path.
const PLACES: [&str; 2] = ["/", "/reflect/"];

#[test]
fn every_header_is_sent_with_every_file_and_caching_is_as_the_build_says() {
    for under in PLACES {
        let Some(nginx) = Nginx::of_app_under(under) else { return };
        let (always, caching) = headers();
        let missing = ask(&nginx, "obverse.js", &[]);
        assert_eq!(missing.status, 404);
        assert_eq!(missing.header("cache-control"), "", "that a file is missing must not be kept");
        let listed: Vec<String> = files();
        let answers = listed.iter().map(|file| ask(&nginx, file, &[]));
        let page = ask(&nginx, "", &[]);
        assert!(page.text().contains("<title>Obverse</title>"));
        for answer in answers.chain([missing, page]) {
            for (name, value) in &always {
                assert_eq!(answer.header(name), value, "{under}: {name} of {}", answer.path);
            }
        }
        for (path, value) in &caching {
            let answer = ask(&nginx, path.trim_start_matches('/'), &[]);
            assert_eq!((answer.status, answer.header("cache-control")), (200, value.as_str()), "{under}: {path}");
        }
        assert!(caching.iter().any(|(_, value)| value.ends_with("immutable")));
        assert_eq!(ask(&nginx, "manifest.webmanifest", &[]).header("cache-control"), "no-cache");
    }
}

#[test]
fn every_file_comes_whole_packed_and_with_its_type() {
    let Some(nginx) = Nginx::of_app_under("/reflect/") else { return };
    for file in files() {
        let answer = ask(&nginx, &file, &[("Accept-Encoding", "gzip")]);
        assert_eq!(answer.status, 200, "{file}");
        let kind = match file.rsplit_once('.').map_or("", |(_, end)| end) {
            "html" => "text/html; charset=utf-8",
            "js" => "text/javascript",
            "json" => "application/json",
            "wasm" => "application/wasm",
            "webmanifest" => "application/manifest+json",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            _ => "text/plain; charset=utf-8",
        };
        assert_eq!(answer.header("content-type"), kind, "{file}");
        let whole = std::fs::read(dist().join(&file)).expect("it was listed");
        // A picture is packed already, and a few bytes are sent as they are.
        if kind == "image/png" || whole.len() < 100 {
            assert_eq!(answer.body, whole, "{file}");
            continue;
        }
        assert_eq!(answer.header("content-encoding"), "gzip", "{file}");
        assert_eq!(answer.header("vary"), "Accept-Encoding", "{file}");
        assert!(answer.body.len() < whole.len(), "{file}");
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(&answer.body[..]).read_to_end(&mut bytes).expect("it says that it is gzip");
        assert!(bytes == whole, "{file} is not what was built");
    }
}

#[test]
fn what_has_not_changed_is_not_sent_again_and_a_path_gets_its_slash() {
    for under in PLACES {
        let Some(nginx) = Nginx::of_app_under(under) else { return };
        for path in ["", "sw.js", "manifest.webmanifest"] {
            let packed = ("Accept-Encoding", "gzip");
            let mark = ask(&nginx, path, &[packed]).header("etag").to_owned();
            let again = ask(&nginx, path, &[packed, ("If-None-Match", mark.as_str())]);
            assert_eq!((again.status, again.body.len()), (304, 0), "{under}{path}");
            assert_eq!(again.header("cache-control"), "no-cache", "{under}{path}");
            let other = ask(&nginx, path, &[packed, ("If-None-Match", "\"of-another-version\"")]);
            assert_eq!(other.status, 200, "{under}{path}");
        }
        if under != "/" {
            let bare = get(&format!("{}{}", nginx.origin(), under.trim_end_matches('/')), "", &[]);
            assert_eq!((bare.status, bare.header("location")), (301, under));
        }
    }
}

#[test]
fn the_app_opens_from_it_and_again_once_it_is_gone() {
    for under in PLACES {
        each_engine(|engine| {
            let Some(mut nginx) = Nginx::of_app_under(under) else { return };
            let profile = Profile::fresh();
            let page = Page::start(engine, &nginx.url(), &Looks::phone(), &profile);
            page.open("");
            page.assert_no_errors();
            page.click("Only me");
            page.arrive("Today");
            page.wait_offline_ready();
            // Now the service worker answers, under the header's policy as well as the page's own.
            page.reload();
            page.wait_h1("Today");
            page.open("#/settings");
            page.wait_h1("Settings");
            page.assert_same_origin();
            page.assert_no_errors();
            page.close();
            nginx.stop();
            let page = Page::start(engine, &nginx.url(), &Looks::phone(), &profile);
            page.open("#/coins");
            page.wait_h1("Coins");
            page.reload();
            page.assert_no_errors();
        });
    }
}

#[test]
fn the_list_of_hashes_names_every_file_and_a_site_can_be_checked_with_it() {
    sh("sha256sum --quiet --strict -c SHA256SUMS", dist());
    let named = std::fs::read_to_string(dist().join("SHA256SUMS")).expect("the build made it");
    let named: Vec<&str> = named.lines().filter_map(|line| Some(line.split_once("  ")?.1)).collect();
    assert_eq!(named, files());
    let worker = std::fs::read_to_string(dist().join("sw.js")).expect("the build made it");
    assert!(!worker.contains("SHA256SUMS"), "the list is for the host and need not be on every device");
    let Some(nginx) = Nginx::of_app_under("/reflect/") else { return };
    let folder = nginx.folder();
    std::fs::copy(dist().join("SHA256SUMS"), folder.join("SHA256SUMS")).expect("a temporary folder");
    let script = block("check").replace("https://obverse.example.org/", &nginx.url());
    sh(&script, folder);
    let page = folder.join("site/reflect/index.html");
    let changed = std::fs::read_to_string(&page).expect("it is served").replace("Opening", "opening");
    std::fs::write(&page, changed).expect("a temporary folder");
    std::fs::remove_dir_all(folder.join("fetched")).expect("it was fetched above");
    let noticed = std::panic::catch_unwind(|| sh(&script, folder));
    assert!(noticed.is_err(), "a page that was changed on the host passes as whole");
}

/// The built app.
fn dist() -> &'static Path {
    static DIST: std::sync::OnceLock<std::path::PathBuf> = std::sync::OnceLock::new();
    DIST.get_or_init(e2e::dist)
}

/// Every file of the build but the list of them, sorted.
fn files() -> Vec<String> {
    let (mut found, mut folders) = (Vec::new(), vec![dist().to_owned()]);
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).expect("the built app").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(dist()).expect("it was found there").to_string_lossy().into_owned());
            }
        }
    }
    found.retain(|file| file != "SHA256SUMS");
    found.sort();
    found
}

/// Pairs of a name, or a path, and a value.
type Pairs = Vec<(String, String)>;

/// What `_headers` of the build asks for: the headers of every file, and how long each path may be kept.
fn headers() -> (Pairs, Pairs) {
    let text = std::fs::read_to_string(dist().join("_headers")).expect("the build made it");
    let (mut path, mut always, mut caching) = ("", Pairs::new(), Pairs::new());
    for line in text.lines() {
        match line.trim_start().split_once(": ") {
            _ if line.starts_with('/') => path = line,
            Some((name, value)) if path == "/*" => always.push((name.to_owned(), value.to_owned())),
            Some(("Cache-Control", value)) => {
                let all = files().into_iter().map(|file| format!("/{file}"));
                let within = all.filter(|file| path.strip_suffix('*').is_some_and(|folder| file.starts_with(folder)));
                let paths: Vec<String> = if path.ends_with('*') { within.collect() } else { vec![path.to_owned()] };
                caching.extend(paths.into_iter().map(|path| (path, value.to_owned())));
            }
            _ => {}
        }
    }
    assert!(always.len() >= 5 && caching.len() >= 5, "_headers was not understood: {always:?} {caching:?}");
    (always, caching)
}

/// What a host answered.
struct Answer {
    path: String,
    status: u16,
    headers: Pairs,
    body: Vec<u8>,
}

impl Answer {
    /// A header's value, or nothing; a header that is sent twice is both.
    fn header(&self, name: &str) -> &str {
        let mut all = self.headers.iter().filter(|(one, _)| one.eq_ignore_ascii_case(name)).map(|(_, value)| value);
        let first = all.next().map_or("", String::as_str);
        assert!(all.next().is_none(), "{name} is sent twice with {}", self.path);
        first
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

fn ask(nginx: &Nginx, path: &str, with: &[(&str, &str)]) -> Answer {
    get(&nginx.url(), path, with)
}

fn get(base: &str, path: &str, with: &[(&str, &str)]) -> Answer {
    let config = ureq::Agent::config_builder().http_status_as_error(false).proxy(None).max_redirects(0);
    let agent: ureq::Agent = config.build().into();
    let mut request = agent.get(format!("{base}{path}"));
    for (name, value) in with {
        request = request.header(*name, *value);
    }
    let mut answer = request.call().expect("nginx answers");
    let headers = answer.headers().iter();
    let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned()));
    let (headers, status) = (headers.collect(), answer.status().as_u16());
    Answer { path: path.to_owned(), status, headers, body: answer.body_mut().read_to_vec().expect("a whole answer") }
}
