"use strict";
(function () {
  const form = document.getElementById("zoek");
  const list = document.getElementById("kaarten");
  const stand = document.getElementById("stand");
  const chosen = document.getElementById("gekozen");
  const cards = Array.from(list.children);
  const rows = Array.from(document.querySelectorAll("tr.rij"));
  const lines = Array.from(document.querySelectorAll(".rijen tbody tr"));
  const sections = Array.from(document.querySelectorAll("section.tabel, section.lijst"));
  const item = document.getElementById("onderdeel");
  const meanings = ["present", "partly", "absent", "other", "unanswered"];
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const value = (id) => { const one = document.getElementById(id); return one ? one.value : ""; };
  const schools = (count) => count === 1 ? "1 school" : count + " scholen";
  const split = (themes) => themes.split("|").filter((one) => one);
  const about = (themes, theme) => !theme || split(themes).includes(theme);
  const answers = cards.map((card) => {
    const found = new Map();
    card.querySelectorAll("[data-item]").forEach((one) => found.set(one.dataset.item, one));
    return found;
  });

  function count(row, visible) {
    const counts = new Map(meanings.map((one) => [one, 0]));
    visible.forEach((number) => {
      const answer = answers[number].get(row.dataset.item);
      const meaning = answer ? answer.dataset.zegt : "unanswered";
      counts.set(meaning, counts.get(meaning) + 1);
    });
    let start = 0;
    meanings.forEach((meaning) => {
      const width = visible.length ? 100 * counts.get(meaning) / visible.length : 0;
      const part = row.querySelector("rect." + meaning);
      part.setAttribute("x", start);
      part.setAttribute("width", width);
      start += width;
      row.querySelector('[data-telt="' + meaning + '"] .getal').textContent = counts.get(meaning);
    });
    row.querySelector(".wit").hidden = counts.get("present") > 0 || counts.get("partly") + counts.get("absent") === 0;
    return counts;
  }

  function showCard(card, number, need) {
    const answer = need ? answers[number].get(need) : null;
    const place = card.querySelector(".keus");
    place.replaceChildren(...(answer ? Array.from(answer.childNodes, (one) => one.cloneNode(true)) : []));
    if (need && !answer) place.textContent = "Geen antwoord";
    place.hidden = !need;
    return need ? meanings.indexOf(answer ? answer.dataset.zegt : "unanswered") : 0;
  }

  function show() {
    const theme = value("thema"), area = value("gebied"), name = plain(value("school").trim());
    Array.from(item.querySelectorAll("option[data-themas]")).forEach((one) => {
      one.hidden = one.disabled = !about(one.dataset.themas, theme);
      if (one.selected && one.disabled) item.value = "";
    });
    const need = item.value;
    const visible = [];
    const ranked = [];
    cards.forEach((card, number) => {
      const fits = (!area || card.dataset.gebied === area) && (!name || plain(card.dataset.zoek).includes(name));
      card.hidden = !fits;
      if (fits) visible.push(number);
      ranked.push([showCard(card, number, need), number, card]);
    });
    ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1]).forEach((one) => list.append(one[2]));
    const shown = new Set(visible.map(String));
    let told = null;
    rows.forEach((row) => {
      const counts = count(row, visible);
      row.hidden = (need && row.dataset.item !== need) || !about(row.dataset.themas, theme);
      if (row.dataset.item === need) told = counts;
    });
    const wanted = theme ? [theme] : need ? split(item.selectedOptions[0].dataset.themas) : null;
    lines.forEach((line) => {
      line.hidden = !shown.has(line.dataset.school) || (wanted !== null && !wanted.includes(line.dataset.thema));
    });
    sections.forEach((section) => sum(section, Boolean(theme || need)));
    tell(visible.length, told);
  }

  function sum(section, narrowed) {
    const all = Array.from(section.querySelectorAll("tr.rij, .rijen tbody tr"));
    const count = all.filter((one) => !one.hidden).length;
    section.querySelectorAll("tr.groep").forEach((group) => {
      group.hidden = !Array.from(group.parentNode.querySelectorAll("tr.rij")).some((one) => !one.hidden);
    });
    section.hidden = narrowed && count === 0;
    const words = section.querySelector(".telling");
    if (words) words.textContent = count === 1 ? "1 regel" : count + " regels";
  }

  function tell(total, counts) {
    const words = [];
    if (counts) {
      words.push(item.selectedOptions[0].textContent + ": " + schools(counts.get("present")) + (counts.get("present") === 1 ? " heeft het" : " hebben het"),
        counts.get("partly") + " deels", counts.get("absent") + " niet", counts.get("other") + " anders", counts.get("unanswered") + " geen antwoord");
    }
    chosen.textContent = words.join(", ") + (words.length ? "." : "");
    chosen.hidden = !words.length;
    stand.textContent = (total === 0 ? "Geen school past bij deze keuze. Kies ruimer." : schools(total) + " in beeld.") + (words.length ? " " + chosen.textContent : "");
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", show);
  form.addEventListener("reset", () => window.setTimeout(show));
  document.querySelectorAll(".toon").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const theme = document.getElementById("thema");
      if (theme) theme.value = "";
      item.value = button.dataset.kies;
      show();
      const head = document.getElementById("kop-scholen");
      head.scrollIntoView();
      head.focus({ preventScroll: true });
    });
  });
  form.hidden = false;
}());
