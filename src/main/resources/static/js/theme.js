// Chosen before the first paint, so that a dark page never flashes white. A classic script for that reason.
(() => {
  // Whoever gets an account here gets it in the zone of this browser.
  document.cookie = `careroom-zone=${encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone)}; path=/; max-age=31536000; samesite=lax`;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const choice = localStorage.getItem('careroom.theme') ?? 'auto';
    document.documentElement.dataset.bsTheme = choice === 'auto' ? (system.matches ? 'dark' : 'light') : choice;
  };
  apply();
  system.addEventListener('change', apply);
  document.addEventListener('click', event => {
    const choice = event.target.closest?.('[data-theme-choice]');
    if (choice) {
      localStorage.setItem('careroom.theme', choice.dataset.themeChoice);
      apply();
    }
  });
})();
