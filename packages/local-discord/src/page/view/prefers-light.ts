/** Whether the system asks for light colours; the page's own follow by themselves (light.css). */
export const prefersLight = matchMedia('(prefers-color-scheme: light)');
