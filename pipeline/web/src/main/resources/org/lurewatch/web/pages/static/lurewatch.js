"use strict";
(() => {
  // A file may be dropped on the box for text. What is dropped goes to our own server alone, as the form does.
  const form = document.getElementById("try");
  if (form) {
    const text = form.querySelector("textarea");
    const file = form.querySelector("input[type=file]");
    text.addEventListener("dragover", (event) => {
      if (event.dataTransfer.types.includes("Files")) {
        event.preventDefault();
        text.classList.add("over");
      }
    });
    text.addEventListener("dragleave", () => text.classList.remove("over"));
    text.addEventListener("drop", (event) => {
      text.classList.remove("over");
      if (event.dataTransfer.files.length > 0) {
        event.preventDefault();
        file.files = event.dataTransfer.files;
      }
    });
    // What is typed last counts.
    text.addEventListener("input", () => { file.value = ""; });
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        form.requestSubmit();
      }
    });
  }
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "result") {
      event.detail.target.focus({ preventScroll: true });
      event.detail.target.scrollIntoView({ block: "start" });
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document.querySelectorAll("details.menu[open]").forEach((menu) => menu.removeAttribute("open"));
    }
  });
})();
