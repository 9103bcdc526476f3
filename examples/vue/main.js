import { LiveChatWidget, useWidgetState } from '@livechat/widget-vue';
import { createApp, h, ref } from 'vue';
import { account } from '../account.js';

// The adapter knows neither of these two.
window.__lc = { client_id: account.clientId, server_url: account.serverUrl };

createApp({
  setup() {
    const visibility = ref('minimized');
    const state = useWidgetState();
    const open = () => {
      visibility.value = 'maximized';
    };
    return () => [
      h('button', { type: 'button', onClick: open }, 'Open the chat'),
      h('p', state.value ? `${state.value.availability}, ${state.value.visibility}` : 'There is no widget'),
      h(LiveChatWidget, { organizationId: account.organizationId, visibility: visibility.value }),
    ];
  },
}).mount('#app');
