// A machine translation, step by step. Without this the page looks again by itself.

const job = document.querySelector(".job[data-events]");
if (job) {
  const bar = job.querySelector("progress");
  const through = job.querySelector(".through");
  const events = new EventSource(job.dataset.events);
  events.addEventListener("progress", (event) => {
    const now = JSON.parse(event.data);
    if (now.state !== job.dataset.state) {
      events.close();
      location.reload(); // its words are the server's
      return;
    }
    bar.max = Math.max(1, now.total);
    bar.value = now.done + now.failed;
    through.textContent = through.dataset.words.replace("{0}", now.done + now.failed).replace("{1}", now.total);
  });
}
