(function () {
  "use strict";
  function unfold() {
    var place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var box = place; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    if (place) place.scrollIntoView({ block: "center" });
  }
  addEventListener("hashchange", unfold);
  addEventListener("DOMContentLoaded", function () {
    var bar = document.getElementById("folding");
    var pages = document.querySelectorAll("article.page > details");
    if (bar && pages.length > 1) {
      ["Fold all", "Unfold all"].forEach(function (words, open) {
        var button = document.createElement("button");
        button.type = "button";
        button.textContent = words;
        button.addEventListener("click", function () { pages.forEach(function (page) { page.open = Boolean(open); }); });
        bar.append(button, " ");
      });
    }
    addEventListener("beforeprint", function () { document.querySelectorAll("details").forEach(function (box) { box.open = true; }); });
    unfold();
  });
})();
