// Ticks once a second, also while the page is hidden: browsers slow down a hidden page's own timers, but not those of its workers.
setInterval(() => postMessage(null), 1_000);
