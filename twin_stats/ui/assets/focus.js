// A link from a checklist names a field: it comes into sight, and what is typed goes into it.
export default function ({ data, parentElement }) {
  const page = parentElement.ownerDocument;
  let tries = 0;
  const look = () => {
    const field = page.querySelector(`.${CSS.escape(data.field)}`);
    const input = field && field.querySelector("input, button");
    if (input) {
      field.scrollIntoView({ block: "center" });
      input.focus({ preventScroll: true });
    } else if (tries++ < 40) setTimeout(look, 50);
  };
  setTimeout(look, 50);
}
