// Streamlit redraws its own elements when the user changes the theme; our charts are drawn in the server's
// colours, so the server is told once the colour scheme on the screen is another one.
export default function ({ setTriggerValue, parentElement }) {
  const app = parentElement.ownerDocument.querySelector('[data-testid="stApp"]');
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
