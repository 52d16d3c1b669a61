"use strict";
// Draws each chart from the table that stands beside it, so that both say the same.
(() => {
  const drawn = [];
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const draw = (place) => {
    const table = document.getElementById(place.dataset.chart);
    const rows = Array.from(table.tBodies[0].rows).reverse();
    if (rows.length < 2) {
      return null;
    }
    const names = Array.from(table.tHead.rows[0].cells).map((cell) => cell.textContent.trim());
    const columns = [rows.map((row) => Date.parse(row.cells[0].querySelector("time").dateTime) / 1000)];
    const moment = (seconds) => new Date(seconds * 1e3).toISOString();
    const series = [{ label: names[0], value: (plot, at) => (at == null ? "–" : moment(at).slice(0, 16).replace("T", " ") + " UTC") }];
    const colours = [colour("--series-1"), colour("--series-2")];
    for (let column = 1; column <= 2; column += 1) {
      columns.push(rows.map((row) => Number(row.cells[column].dataset.value)));
      series.push({ label: names[column], stroke: colours[column - 1], width: 2, points: { show: rows.length < 40 } });
    }
    const axis = { stroke: colour("--muted"), grid: { stroke: colour("--line") }, ticks: { stroke: colour("--line") } };
    const clock = (plot, at) => at.map((tick) => (moment(tick).slice(11, 16) === "00:00" ? moment(tick).slice(5, 10) : moment(tick).slice(11, 16)));
    const width = Math.max(240, place.clientWidth);
    place.replaceChildren();
    return new uPlot(
      { width, height: 220, series, axes: [{ ...axis, values: clock }, axis], tzDate: (ts) => uPlot.tzDate(new Date(ts * 1e3), "Etc/UTC"), scales: { y: { range: (u, min, max) => [0, Math.max(1, max * 1.1)] } } },
      columns, place);
  };
  const drawAll = () => {
    drawn.splice(0).forEach((plot) => plot && plot.destroy());
    document.querySelectorAll("[data-chart]").forEach((place) => drawn.push(draw(place)));
  };
  drawAll();
  let waiting = 0;
  window.addEventListener("resize", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(drawAll);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
})();
