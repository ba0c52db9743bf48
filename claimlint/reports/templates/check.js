"use strict";
(() => {
  const every = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const form = document.getElementById("filters");
  const sheets = every(".sheet");
  const entries = every(".card").map((card) => {
    const passage = card.closest(".passage");
    return { card, passage, text: (card.textContent + " " + (passage ? passage.querySelector(".words").textContent : "")).toLowerCase() };
  });

  // What is folded must open for a link into it, for print, and for a browser that does not do so by itself.
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let each = target; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
    if (target.hidden || target.closest("[hidden]")) { form.reset(); apply(); }
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  };
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", () => { for (const each of every("details")) each.open = true; });

  // Colours, as the reader likes them.
  const theme = document.getElementById("theme");
  theme.parentElement.hidden = false;
  theme.addEventListener("change", () => {
    if (theme.value) document.documentElement.dataset.theme = theme.value;
    else delete document.documentElement.dataset.theme;
  });

  // Wording that may be copied.
  for (const button of every(".copy")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const label = button.firstChild.data;
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
        button.firstChild.data = "Copied";
      } catch {
        getSelection().selectAllChildren(button.closest(".card").querySelector(".say"));
        button.firstChild.data = "Selected: copy it now";
      }
      setTimeout(() => { button.firstChild.data = label; }, 2000);
    });
  }

  const counted = (number) => number + (number === 1 ? " finding" : " findings");

  function apply() {
    const asked = new FormData(form);
    const words = asked.get("text").trim().toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = ["severity", "document", "subject", "gate", "rule"].filter((name) => asked.get(name));
    const filtered = words.length > 0 || wanted.length > 0;
    let shown = 0;
    for (const { card, text } of entries) {
      card.hidden = !(wanted.every((name) => card.dataset[name] === asked.get(name)) && words.every((word) => text.includes(word)));
      if (!card.hidden) shown += 1;
    }
    const only = filtered || asked.has("only");
    for (const passage of every(".passage")) passage.hidden = only && !passage.querySelector(".card:not([hidden])");
    for (const sheet of sheets) {
      sheet.hidden = only && !sheet.querySelector(".card:not([hidden])");
      if (filtered && !sheet.hidden) sheet.open = true;
    }
    document.getElementById("count").value = filtered ? shown + " of " + counted(entries.length) : counted(entries.length);
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    // From the gate board to the findings of one capability, where the filter has it.
    for (const link of every(".leaning")) {
      link.addEventListener("click", (event) => {
        const choice = form.elements.subject;
        if (!choice || !every("option", choice).some((option) => option.value === link.dataset.subject)) return;
        event.preventDefault();
        form.reset();
        choice.value = link.dataset.subject;
        apply();
        choice.scrollIntoView();
        choice.focus({ preventScroll: true });
      });
    }
    const all = document.getElementById("all");
    const name = () => { all.textContent = sheets.some((each) => each.open) ? "Close all documents" : "Open all documents"; };
    all.addEventListener("click", () => {
      const open = !sheets.some((each) => each.open);
      for (const each of sheets) each.open = open;
      name();
    });
    name();
  }
  reveal();
})();
