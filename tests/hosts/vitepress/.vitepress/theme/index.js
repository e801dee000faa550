import DefaultTheme from 'vitepress/theme';
import 'storewright-embed';

export default DefaultTheme;
