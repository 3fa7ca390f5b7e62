import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const noTauri = {
  group: ['@tauri-apps/*'],
  message: 'Only src/api talks to the other side.',
};
const noFeature = {
  group: ['**/features/*/**', '**/features/*'],
  message: 'Features do not import each other, and shared imports nothing from them.',
};
const noScreen = {
  group: ['**/screens/**', '**/screens'],
  message: 'Screens are put together from features and shared, never the other way round.',
};
const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

/** Markup comes from components only. */
const noMarkup = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc'].map((name) => ({
  selector: `MemberExpression[property.name='${name}']`,
  message: 'No HTML from strings.',
}));

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/api/bindings.ts', 'src/shared/text/messages.ts', 'dev/fixtures'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      'svelte/no-at-html-tags': 'error',
      // `style:` directives set properties from script, which the policy of the page allows; a style
      // attribute would be blocked.
      'no-restricted-syntax': [
        'error',
        { selector: "SvelteAttribute[key.name='style']", message: 'The policy of the page blocks style attributes.' },
        ...noMarkup,
      ],
      // The page has its own navigation; there is no base path to resolve.
      'svelte/no-navigation-without-resolve': 'off',
      // Maps and sets in state are replaced, never changed.
      'svelte/prefer-svelte-reactivity': 'off',
      // `void x` says that an effect depends on x.
      '@typescript-eslint/no-unused-expressions': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['src/**'], ignores: ['src/api/**'], rules: imports(noTauri) },
  // Tests stand in for the other side.
  { files: ['src/**/*.test.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['src/shared/**'], ignores: ['**/*.test.ts'], rules: imports(noTauri, noFeature, noScreen) },
  { files: ['src/features/**'], ignores: ['**/*.test.ts'], rules: imports(noTauri, noScreen, { ...noFeature, group: ['**/features/**', '../../features/*', '../../quiz/*', '../../reports/*', '../../reader/*', '../quiz/**', '../reports/**', '../reader/**', '../home/**'] }) },
);
