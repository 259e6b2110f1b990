"""The period that a user asks for: presets, and whatever an address may say."""
