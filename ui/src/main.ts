import './shared/styles/fonts.css';
import './shared/styles/tokens.css';
import './shared/styles/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { applyAppearance, DEFAULT_CHOICES } from './shared/session/appearance';
import { watchPage } from './shared/problems';
import { i18n } from './shared/text';

watchPage();
// The system's choices hold until the settings have been read.
applyAppearance(DEFAULT_CHOICES);
i18n.use('');

const target = document.getElementById('app');
if (!target) throw new Error('the page has no place for the app');
mount(App, { target });
