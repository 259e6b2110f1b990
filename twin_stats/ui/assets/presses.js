// A press on the title of a chart, or on one of its marks, is told to the server once.
export default function ({ setTriggerValue, parentElement }) {
  const page = parentElement.ownerDocument;
  const press = ({ target }) => {
    if (!(target instanceof Element)) return;
    const title = target.closest("[data-opens]");
    if (title) return setTriggerValue("pressed", { chart: title.dataset.opens });
    const mark = numbered(target);
    const card = mark === null ? null : target.closest('[data-testid="stVerticalBlock"]');
    const own = card && card.querySelector("[data-opens]");
    if (!own) return;
    own.focus({ preventScroll: true }); // where the window gives the focus back
    setTriggerValue("pressed", { chart: own.dataset.opens, mark });
  };
  page.addEventListener("click", press);
  return () => page.removeEventListener("click", press);
}

// The number that a mark's row of data carries: Vega ties each element of a drawing to its item, and a line
// to all of its items.
function numbered(element) {
  if (!element.closest("svg.marks")) return null;
  const item = [element.__data__].flat()[0];
  const mark = item && item.datum && item.datum.mark;
  return Number.isInteger(mark) ? mark : null;
}
