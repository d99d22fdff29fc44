// 打印按钮: shown only where it works; without this file the browser's own menu prints the page.
for (const button of document.querySelectorAll('.print-button')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
