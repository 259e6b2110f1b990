// What Streamlit does not tell or do by itself.
export default function ({ setTriggerValue, parentElement }) {
  const page = parentElement.ownerDocument;
  const watchers = [theme(page, setTriggerValue), focus(page), explanations(page)];
  return () => watchers.forEach((stop) => stop());
}

// Streamlit redraws its own elements when the user changes the theme; our charts are drawn in the server's
// colours, so the server is told once the colour scheme on the screen is another one.
function theme(page, setTriggerValue) {
  const app = page.querySelector('[data-testid="stApp"]');
  const scheme = () => getComputedStyle(app).colorScheme;
  let shown = scheme();
  const watch = new MutationObserver(() => {
    if (scheme() !== shown) {
      shown = scheme();
      setTriggerValue("theme", shown);
    }
  });
  watch.observe(app, { attributes: true, attributeFilter: ["class", "style"] });
  return () => watch.disconnect();
}

// What had the focus last, whenever this is mounted again.
let last = null;

// A button is disabled while its file is made, and so loses the focus: without it Escape would no longer
// close the window, and Tab would start from elsewhere. It gets it back.
function focus(page) {
  const note = (event) => (last = event.target.closest("button"));
  const watch = new MutationObserver((changes) => {
    for (const { target } of changes)
      if (target === last && !target.disabled && page.activeElement === page.body) target.focus();
  });
  page.addEventListener("focusin", note);
  watch.observe(page.body, { attributes: true, attributeFilter: ["disabled"], subtree: true });
  return () => {
    page.removeEventListener("focusin", note);
    watch.disconnect();
  };
}

// What explains a counter opens by a press on its name, and where the pointer rests on the name for a moment.
function explanations(page) {
  let name = null, soon;
  const shown = (is) => {
    const about = name && name.isConnected && name.querySelector("[popover]");
    if (about && about.matches(":popover-open") !== is) about.togglePopover(is);
  };
  const over = ({ target, pointerType }) => {
    if (pointerType !== "mouse") return;
    const now = target instanceof Element && target.closest(".counters dt > *");
    if ((now && now.parentElement) === name) return;
    clearTimeout(soon);
    shown(false);
    name = now ? now.parentElement : null;
    if (name) soon = setTimeout(() => shown(true), 300);
  };
  page.addEventListener("pointerover", over);
  return () => {
    clearTimeout(soon);
    page.removeEventListener("pointerover", over);
  };
}
