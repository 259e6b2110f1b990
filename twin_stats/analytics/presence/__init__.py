"""Who was there when: intervals of operators beside the sessions of clients."""
