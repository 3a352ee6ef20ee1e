// Uses the app inside the page, without a driver's round trip for each key: real fields, real buttons, and no waiting for
// timers, which a browser slows down in a tab that is not in front. Each act answers { kept: true } or { refused: words }.
window.drive ||= (() => {
  const turn = () =>
    new Promise((then) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        then();
      };
      channel.port2.postMessage(0);
    });

  // Until something in the page changes, or the address does. It is no turn after turn: four tabs may share one process.
  const change = () =>
    new Promise((then) => {
      const over = () => {
        observer.disconnect();
        removeEventListener("hashchange", over);
        clearTimeout(timer);
        then();
      };
      const observer = new MutationObserver(over);
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      addEventListener("hashchange", over);
      const timer = setTimeout(over, 50);
    });

  const until = async (what, look) => {
    const end = performance.now() + 60000;
    for (;;) {
      const found = look();
      if (found) return found;
      if (performance.now() > end) {
        throw new Error(`waited for ${what} at ${location.hash}: ${document.querySelector("main")?.innerText.slice(0, 300)}`);
      }
      await change();
    }
  };

  // Goes to an address until it is there: a browser that is sent to many in a short time leaves some out.
  const go = async (hash, what, look) => {
    let tried = -Infinity;
    return until(what, () => {
      if (performance.now() - tried > 500 && location.hash !== hash) {
        tried = performance.now();
        try {
          location.hash = hash;
        } catch {
          // Refused aloud: the same.
        }
      }
      return location.hash === hash && look();
    });
  };

  const heading = () => document.querySelector("h1")?.textContent.trim();
  const button = (label) => [...document.querySelectorAll("main button")].find((one) => one.textContent.trim() === label);
  const field = () => document.querySelector("main textarea");
  const asked = "Are you sure? You cannot undo this.";
  const refusal = () =>
    [...document.querySelectorAll("main [role=alert]")].map((one) => one.textContent.trim()).find((words) => words && words !== asked);
  const outcome = (kept) => async () => {
    await until("an outcome", () => kept() || refusal());
    return kept() ? { kept: true } : { refused: refusal() };
  };

  const put = async (into, words) => {
    into.value = words;
    into.dispatchEvent(new Event("input", { bubbles: true }));
    await turn();
  };

  const type = (words) => put(field(), words);

  // The field with this label in a part of the page.
  const labelled = (label, inside = document.querySelector("main")) =>
    [...inside.querySelectorAll("label.words")]
      .find((one) => one.querySelector(".words-label")?.textContent.trim() === label)
      ?.querySelector("input");

  // Away from the present screen, which may look like the next.
  const leave = () => go("#/settings", "the settings", () => heading() === "Settings");

  // A new entry along a form, to its end.
  const write = async (form, words) => {
    // Each tab has addresses of its own.
    const named = (link) => link.querySelector(".row-title")?.textContent.trim() === form;
    const link = await go("#/write", "the forms", () => [...document.querySelectorAll("main a")].find(named));
    await go(link.getAttribute("href"), "the field", field);
    if (button("Start over")) {
      button("Start over").click();
      await until("an empty field", () => field()?.value === "" && !button("Start over"));
    }
    await type(words);
    while (heading() !== "Your entry is saved") {
      const before = heading();
      (await until("a way on", () => document.querySelector("main .onward"))).click();
      await until("the next question", () => heading() !== before);
    }
    return outcome(() => document.querySelector("p.keeping")?.textContent.trim() === "Saved")();
  };

  const edit = async (id, words) => {
    await leave();
    await go(`#/journal/${id}/edit`, "the field", () => heading() === "Edit" && field());
    await type(words);
    button("Save").click();
    return outcome(() => location.hash === `#/journal/${id}`)();
  };

  const remove = async (id) => {
    await leave();
    (await go(`#/journal/${id}`, "Delete", () => button("Delete"))).click();
    (await until("Delete for good", () => button("Delete for good"))).click();
    return outcome(() => location.hash === "#/journal")();
  };

  const status = () => [...document.querySelectorAll("main p.work[role=status]")].map((one) => one.textContent.trim()).join(" ");

  const lock = async (passphrase) => {
    await leave();
    await go("#/lock", "the offer of a lock", () => heading() === "Lock your journal?" && labelled("Passphrase"));
    await put(labelled("Passphrase"), passphrase);
    await put(labelled("Type it again"), passphrase);
    button("Lock it").click();
    return outcome(() => heading() === "Lock" && status() === "Your journal is locked.")();
  };

  // Whether the journal waits for its passphrase.
  const shut = async () => {
    await leave();
    await go("#/journal", "the journal", () => ["Journal", "Locked"].includes(heading()));
    return heading() === "Locked";
  };

  const unlock = async (passphrase) => {
    await go("#/journal", "the passphrase", () => heading() === "Locked" && labelled("Passphrase"));
    await put(labelled("Passphrase"), passphrase);
    button("Unlock").click();
    return outcome(() => heading() === "Journal")();
  };

  const takeOff = async (passphrase) => {
    await leave();
    const name = "Remove the lock";
    const part = () => [...document.querySelectorAll("main details")].find((one) => one.querySelector("summary").textContent.trim() === name);
    const inside = await go("#/lock", name, () => heading() === "Lock" && part());
    inside.open = true;
    await put(labelled("Current passphrase", inside), passphrase);
    inside.querySelector("button[type=submit]").click();
    return outcome(() => heading() === "Lock your journal?")();
  };

  // A backup file with a passphrase of its own, up to where it can be saved: a browser takes further downloads only from
  // a real click.
  const backUp = async (passphrase) => {
    await leave();
    const label = "The file’s passphrase";
    await go("#/backup", "the passphrase for the file", () => heading() === "Backup" && labelled(label));
    await put(labelled(label), passphrase);
    await put(labelled("Type it again"), passphrase);
    button("Make a backup").click();
    return outcome(() => button("Save the file"))();
  };

  // Takes up all the room there is, to the last unit, as another app of the same origin might.
  const fill = (text) => {
    let place = Object.keys(localStorage).filter((key) => key.startsWith("elsewhere/")).length;
    for (let size = 1 << 20; size > 16; ) {
      try {
        localStorage.setItem("elsewhere/" + place, text.repeat(Math.ceil(size / text.length)));
        place += 1;
      } catch {
        size >>= 1;
      }
    }
    let last = localStorage.getItem("elsewhere/last") ?? "";
    for (let size = 1024; size > 0; ) {
      try {
        localStorage.setItem("elsewhere/last", last + "x".repeat(size));
        last += "x".repeat(size);
      } catch {
        size >>= 1;
      }
    }
    try {
      localStorage.setItem("elsewhere/last", last + "x");
      return false;
    } catch {
      return true;
    }
  };

  const free = () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("elsewhere/")) localStorage.removeItem(key);
  };

  // One entry after another; how far it came can be asked for at any time.
  const many = async (form, name, from, count) => {
    const state = (window.drive.state ||= { kept: 0, refused: [], error: "", over: false });
    state.over = false;
    try {
      for (let number = from; number < from + count; number += 1) {
        const said = await write(form, `${name}x${number}`);
        if (said.kept) state.kept += 1;
        else state.refused.push([number, said.refused]);
      }
    } catch (error) {
      state.error = String(error);
    }
    state.over = true;
  };

  return { write, edit, remove, lock, shut, unlock, takeOff, backUp, fill, free, many, state: null };
})();
