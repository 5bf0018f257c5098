(function () {
  "use strict";
  var all = document.querySelectorAll.bind(document);
  var entries = Array.prototype.slice.call(all("details.entry"));
  var sections = Array.prototype.slice.call(all("main section"));
  var tongues = Array.prototype.slice.call(all("input.tongue"));
  var forms = Array.prototype.slice.call(all(".tools form"));
  var names = ["q", "topic", "who", "category", "code"];
  var state = {};

  // without accents and case, typographic signs as a keyboard writes them
  function folded(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[\u2018\u2019]/g, "'");
  }

  function language() {
    return tongues.filter(function (tongue) { return tongue.checked; })[0].value;
  }

  // what can be searched, per entry and language, made when it is first needed
  var texts = {};
  function text(index) {
    var key = language() + index;
    if (!(key in texts)) {
      var parts = entries[index].querySelectorAll(".in-" + language() + ", .any");
      var whole = "";
      for (var i = 0; i < parts.length; i++) { whole += " " + parts[i].textContent; }
      texts[key] = folded(whole);
    }
    return texts[key];
  }

  // 5.7.620 is one of 5.7.606-649, and of 5.7.x
  function within(code, range) {
    var own = code.split("."), parts = range.split(".");
    if (own.length !== 3 || parts.length !== 3) { return code === range; }
    for (var i = 0; i < 3; i++) {
      var ends = parts[i].split("-");
      var low = Number(ends[0]), high = Number(ends[ends.length - 1]), is = Number(own[i]);
      if (parts[i] !== "x" && !(is >= low && is <= high)) { return false; }
    }
    return true;
  }

  function hasCode(entry, code) {
    return entry.dataset.codes.split(" ").some(function (range) {
      return range && (within(code, range) || range.indexOf(code) === 0);
    });
  }

  function matches(entry, index, words) {
    return (!state.topic || entry.dataset.topic === state.topic)
      && (!state.who || entry.dataset.who.split(" ").indexOf(state.who) >= 0)
      && (!state.category || entry.dataset.category === state.category)
      && (!state.code || hasCode(entry, state.code))
      && words.every(function (word) {
        return text(index).indexOf(word) >= 0 || /^[245]\.\d+\.\d+$/.test(word) && hasCode(entry, word);
      });
  }

  function show() {
    var words = folded(state.q || "").split(/\s+/).filter(Boolean);
    var asked = names.some(function (name) { return state[name]; });
    var shown = 0, total = 0;
    entries.forEach(function (entry, index) {
      var fits = matches(entry, index, words);
      entry.hidden = !fits;
      if (entry.dataset.category) { total++; shown += fits ? 1 : 0; }
    });
    sections.forEach(function (section) { section.hidden = !section.querySelector("details.entry:not([hidden])"); });
    Array.prototype.forEach.call(all("nav"), function (nav) { nav.hidden = asked; });
    Array.prototype.forEach.call(all(".tools output"), function (output) {
      output.textContent = (shown ? output.dataset.found : output.dataset.nothing)
        .replace("{shown}", shown).replace("{total}", total);
      output.className = shown ? "" : "nothing";
    });
  }

  function fill() {
    forms.forEach(function (form) {
      names.forEach(function (name) {
        if (form.elements[name].value !== (state[name] || "")) { form.elements[name].value = state[name] || ""; }
      });
    });
  }

  function remember() {
    var query = names.filter(function (name) { return state[name]; }).map(function (name) {
      return name + "=" + encodeURIComponent(state[name]);
    }).join("&");
    try {
      history.replaceState(null, "", "?" + query + location.hash);
    } catch (refused) {
      // some browsers allow no other address for a page opened from disk; the search works all the same
    }
  }

  function open() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var entry = target && target.closest("details.entry");
    if (entry) {
      if (entry.hidden) { state = {}; fill(); show(); }
      entry.open = true;
      entry.scrollIntoView();
    }
  }

  var waiting;
  forms.forEach(function (form) {
    form.hidden = false;
    function changed() {
      names.forEach(function (name) { state[name] = form.elements[name].value.trim(); });
      clearTimeout(waiting);
      waiting = setTimeout(function () { show(); remember(); }, 80);
    }
    form.addEventListener("input", changed);
    form.addEventListener("submit", function (event) { event.preventDefault(); changed(); });
    form.addEventListener("reset", function (event) {
      event.preventDefault();
      state = {};
      fill();
      show();
      remember();
      form.elements.q.focus();
    });
  });
  tongues.forEach(function (tongue) {
    tongue.addEventListener("change", function () {
      document.documentElement.lang = tongue.value;
      fill();
      show();
    });
  });
  window.addEventListener("hashchange", open);
  window.addEventListener("beforeprint", function () {
    entries.forEach(function (entry) { entry.open = entry.open || !entry.hidden; });
  });

  location.search.slice(1).split("&").forEach(function (pair) {
    var equals = pair.indexOf("=");
    var name = pair.slice(0, equals);
    var value = "";
    try {
      value = decodeURIComponent(pair.slice(equals + 1).replace(/\+/g, " "));
    } catch (malformed) {
      return;
    }
    if (names.indexOf(name) >= 0) { state[name] = value; }
    tongues.forEach(function (tongue) { if (name === "lang" && tongue.value === value) { tongue.checked = true; } });
  });
  document.documentElement.lang = language();
  fill();
  show();
  open();
})();
