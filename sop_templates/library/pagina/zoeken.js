"use strict";
(function () {
  const form = document.getElementById("zoek");
  const list = document.getElementById("scholen");
  const count = document.getElementById("aantal");
  const schools = Array.from(list.children);
  const value = (id) => { const one = document.getElementById(id); return one ? one.value : ""; };
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  function offer(school, need) {
    return need ? school.querySelector('[data-nood="' + need + '"]') : null;
  }
  function show() {
    const need = value("nood"), place = value("plaats"), kind = value("soort"), name = plain(value("naam").trim());
    let shown = 0;
    const ranked = [];
    schools.forEach((school, number) => {
      const found = offer(school, need);
      const fits = (!need || found) && (!place || school.dataset.plaats === place) &&
        (!kind || school.dataset.soort === kind) && (!name || plain(school.querySelector("h2").textContent).includes(name));
      const choice = school.querySelector(".keus");
      choice.replaceChildren(...(found ? Array.from(found.childNodes, (one) => one.cloneNode(true)) : []));
      choice.hidden = !found;
      school.hidden = !fits;
      shown += fits ? 1 : 0;
      ranked.push([found && found.dataset.mate === "partly" ? 1 : 0, number, school]);
    });
    ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1]).forEach((one) => list.append(one[2]));
    count.textContent = shown === 0 ? "Geen school past bij deze keuze. Kies ruimer, of vraag het een school in de buurt."
      : shown === 1 ? "1 school" : shown + " scholen";
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", show);
  form.hidden = false;
}());
