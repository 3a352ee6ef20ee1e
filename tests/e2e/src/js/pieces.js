// All pieces in the language of the page, out of the files that stand beside its words.
const allPieces = async () => {
  const words = (locale) => document.querySelector(`meta[name="ob-shell"][data-ob-locale="${locale}"]`);
  const shell = (words(document.documentElement.lang) ?? words('en')).content;
  const groups = ['checks', 'cards', 'forms', 'inventories', 'coins', 'exercises', 'scenarios'];
  const files = groups.map((group) => fetch(shell.replace('.shell.', `.${group}.`)).then((file) => file.json()));
  const parts = await Promise.all(files);
  const all = (what) => parts.flatMap((part) => part[what] ?? []);
  return { activities: all('activities'), coins: all('coins'), cards: all('cards') };
};
