(function () {
  "use strict";
  function unfold() {
    var place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var box = place; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    var inner = place && place.matches("article.page") && place.querySelector("details");
    if (inner) inner.open = true;
    if (place) place.scrollIntoView({ block: place.matches("section, article, details") ? "start" : "center" });
  }
  function buttons(bar) {
    var folded = document.querySelectorAll(bar.dataset.folds);
    if (folded.length < 2) return;
    ["Unfold all", "Fold all"].forEach(function (words, shut) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      button.addEventListener("click", function () { folded.forEach(function (box) { box.open = !shut; }); });
      bar.append(button, " ");
    });
  }
  addEventListener("hashchange", unfold);
  addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("[data-folds]").forEach(buttons);
    // A link to where the page already is changes no hash, but its place may have been folded since.
    addEventListener("click", function (click) {
      var link = click.target.closest && click.target.closest("a[href^='#']");
      if (link && link.getAttribute("href") === location.hash) unfold();
    });
    addEventListener("beforeprint", function () { document.querySelectorAll("details").forEach(function (box) { box.open = true; }); });
    unfold();
  });
})();
