export { navigation } from './navigation.svelte';
export type { PlaceName, Places, Route, Routes } from './places';
