// Compiled, never run: `make types` checks the published types on it. The lines marked must not compile.

import "emissions-calculator";
import type { Disclosure, Reason } from "emissions-calculator";
import initApi, { check, detect, equivalents } from "emissions-calculator/api";
import init, { mount, type Handle } from "emissions-calculator/widget";

const calculator = document.createElement("emissions-calculator");
calculator.src = "ant-group-2021.json";
calculator.theme = "dark";
calculator.view = null;
const disclosure: Disclosure = { version: 1, organisation: { en: "Ant Group" }, entries: [] };
calculator.disclosure = disclosure;
calculator.disclosure = JSON.stringify(disclosure);

calculator.addEventListener("emissions-change", (event) => {
  const state: string | undefined = event.detail.fragment;
  if (state) event.preventDefault();
});
document.addEventListener("emissions-error", ({ detail }) => {
  const reason: Reason | string = detail.reason;
  console.info(reason, detail.message);
});

const figure = document.querySelector("emissions-figure");
if (figure) figure.value = "petrol-car-year";
const input = document.querySelector("emissions-input");
if (input) input.assumption = "petrol-car-year.distance";

// @ts-expect-error: not a theme
calculator.theme = "pink";
// @ts-expect-error: version 1 is the only one
calculator.disclosure = { version: 2 };

export async function compute(root: Element, locale: string): Promise<Handle> {
  await Promise.all([init(), initApi()]);
  console.info(JSON.parse(equivalents("37909.87 tCO2e")), JSON.parse(check(JSON.stringify(disclosure))));
  console.info(JSON.parse(detect("Emissions were 5 t CO2.")), JSON.parse(detect("5 t CO2", "de")));
  const config = { amount: "37909.87 tCO2e", lang: "en", locale };
  const handle = mount(root, config, (type, detail) => console.info(type, detail.fragment));
  const refused: string = handle.set("petrol-car-year.distance", "15,000 km");
  const now: string | undefined = handle.assumption("petrol-car-year.distance")?.value;
  console.info(refused, now);
  // @ts-expect-error: amounts are text, so that no digit is lost
  mount(root, { amount: 37909.87, lang: "en", locale }, () => {});
  return handle;
}
