function drawFormulas() {
  for (const place of document.querySelectorAll(".math:not([data-drawn])")) {
    place.setAttribute("data-drawn", "");
    const display = place.classList.contains("display");
    katex.render(place.textContent, place, { output: "mathml", displayMode: display, throwOnError: false, trust: false, maxExpand: 500, maxSize: 20, strict: "ignore" });
  }
}
drawFormulas();
