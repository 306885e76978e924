// Draws each chart of a page where it stands, once it comes into view, by the library's interpreter, which needs no eval.
"use strict";
const library = document.currentScript.dataset.vega;
let loading;

function load() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = library;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  return loading;
}

function ink(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

// The specifications are made for paper: text and lines take the colours of the page instead.
function asPage(spec) {
  const [text, muted, rule, paper] = ["--ink", "--muted", "--rule", "--paper"].map(colour);
  const config = structuredClone(spec.config ?? {});
  Object.assign((config.axis ??= {}), { labelColor: text, titleColor: muted, gridColor: rule, domainColor: muted, tickColor: muted });
  Object.assign((config.legend ??= {}), { labelColor: text, titleColor: muted });
  Object.assign((config.header ??= {}), { labelColor: text, titleColor: muted });
  config.font = getComputedStyle(document.body).fontFamily;
  const drawn = { ...spec, config };
  if (!dark()) return drawn;
  let written = JSON.stringify(drawn).replaceAll('"white"', JSON.stringify(paper));
  for (const [light, other] of Object.entries(DARK)) written = written.replaceAll(light, other);
  return JSON.parse(written);
}

// The light theme's colours of briefs/theme.toml as they are on dark paper.
const DARK = {
  "#1b3a5c": "#7fb2e0", "#5b8db8": "#4f86b8", "#bcd3e4": "#35577a", "#3f7d6b": "#5cb39b", "#dcbb62": "#d9b65a",
  "#b23a2e": "#e27a6d", "#22272e": "#e6e9ed", "#eef0f3": "#232a32", "#12304f": "#b5d6f2", "#2f5f8f": "#79aedd",
  "#9dbdd8": "#315a80", "#d3e1ed": "#23405c", "#aab2bb": "#4a5561",
};

function colour(name) {
  const probe = document.createElement("span");
  probe.style.color = ink(name);
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function dark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

async function draw(plot) {
  const written = plot.querySelector('script[type="application/json"]');
  if (!written || plot.dataset.drawn) return;
  plot.dataset.drawn = "yes";
  await load();
  const canvas = document.createElement("div");
  plot.append(canvas);
  const options = { ast: true, actions: false, defaultStyle: false, renderer: "svg", tooltip: { disableDefaultStyle: true } };
  await vegaEmbed(canvas, asPage(JSON.parse(written.textContent)), options);
  canvas.querySelector("svg")?.setAttribute("aria-hidden", "true");
  plot.classList.add("drawn");
}

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    seen.unobserve(entry.target);
    draw(entry.target);
  }
}, { rootMargin: "300px" });

function watch(root) {
  for (const plot of root.querySelectorAll(".plot")) seen.observe(plot);
}

watch(document);
document.addEventListener("htmx:load", (event) => watch(event.detail.elt));
