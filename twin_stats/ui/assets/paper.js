// A document as a page of its own: it may run nothing and load nothing, and is as high as what stands in it.
export default function ({ data, parentElement }) {
  let frame = parentElement.querySelector("iframe");
  if (!frame) {
    frame = parentElement.ownerDocument.createElement("iframe");
    frame.setAttribute("sandbox", "allow-same-origin");
    frame.style.cssText = "width: 100%; height: 1200px; border: 0; display: block; background: #ffffff; color-scheme: light";
    parentElement.append(frame);
  }
  frame.title = data.title;
  const fit = () => {
    const body = frame.contentDocument && frame.contentDocument.body;
    if (body) frame.style.height = `${body.scrollHeight + 2}px`;
  };
  frame.onload = fit;
  if (frame.srcdoc !== data.page) frame.srcdoc = data.page;
  const watch = new ResizeObserver(fit);
  watch.observe(parentElement instanceof Element ? parentElement : parentElement.host);
  return () => watch.disconnect();
}
