"""One invented event in several tellings, each named by what was done to the first."""

from __future__ import annotations

FIRST = """A passenger ferry ran aground on the Tarn sandbank outside Port Ellery on Tuesday night with 212 people on board, and three of them were treated for broken bones.

The Saint Orla left the mainland at 9.40 p.m. and struck the bank twenty minutes later in thick fog, the harbour master, Hanne Dorrick, told the Ellery Courier. "She was a good two hundred metres outside the channel," Dorrick said.

Passengers were taken off by lifeboats before dawn. A retired teacher, Bram Oster, said the lights had gone out at once. "We sang to keep the children quiet, and then the cold came in," he said.

The company that owns the vessel, Northway Lines, declined to say whether the captain had been on the bridge. A spokeswoman said that two radar sets had been serviced in March and had worked without fault since then.

Investigators from the transport ministry will examine the ship's logs this week. The ferry is expected to be pulled off the sandbank on Friday, when the tide is at its highest."""

LIGHT_EDIT = """PORT ELLERY - A ferry with 212 passengers ran aground on the Tarn sandbank late on Tuesday, and three of them suffered broken bones.

The Saint Orla left the mainland at 9.40 p.m. and struck the bank twenty minutes later in thick fog, the harbour master, Hanne Dorrick, told the Ellery Courier. "She was a good two hundred metres outside the channel," Dorrick said.

Everyone was taken off by lifeboats before first light. Bram Oster, a retired teacher, said the lights had gone out at once. "We sang to keep the children quiet, and then the cold came in," he said.

Investigators from the transport ministry will examine the ship's logs this week. She should be pulled off the sandbank on Friday.

The company that owns the vessel, Northway Lines, declined to say whether the captain had been on the bridge."""

SPUN = """A traveller ferry kept running aground on the Tarn sandbar outside Port Ellery on Tuesday evening with 212 individuals on board, and three of them were handled for broken bones.

The Saint Orla departed the mainland at 9.40 p.m. and hit the bank twenty minutes afterwards in dense fog, the harbour boss, Hanne Dorrick, informed DailyBuzzPost. "She turned into a great two hundred metres outside the passage," Dorrick stated.

Travellers were taken off by rescue boats earlier than dawn. A retired instructor, Bram Oster, stated the lights had gone out straight away. "We sang to maintain the kids calm, and then the bloodless came in," he stated.

The firm that owns the ship, Northway Lines, refused to say whether the skipper had been on the bridge. A spokesperson stated that two radar units had been repaired in March and had labored without fault since then.

Detectives from the transport ministry will inspect the vessel's logs this week. The ferry is anticipated to be pulled off the sandbar on Friday, when the tide is at its maximum."""

TRANSLATED = """On evening of Tuesday at the bank of sand Tarn near to Port Ellery sat on the ground ferry of passengers, on which there were 212 persons; three of them received treatment for fractures of bones.

As told to the newspaper Ellery Courier the chief of the port Hanne Dorrick, the ship Saint Orla went out from the continent in 9.40 of evening and after twenty minutes in dense fog hit the bank. "It was on two hundred metres out of the channel," said Dorrick.

The passengers before the dawn removed boats of rescue. Teacher on pension Bram Oster related that the light disappeared immediately. "We were singing in order that the children were quiet, then came cold," said he.

The company Northway Lines, owner of the vessel, refused to inform, whether the captain was on the bridge. The representative of the company said that two radars passed service in March and since that time worked without faults.

Investigators of ministry of transport during this week will study the logs of the ship. They expect that the ferry will be taken off from the bank of sand on Friday, at the highest tide."""

REWORDED = """Three people broke bones when a ferry carrying 212 passengers hit a sandbank in fog off Port Ellery late on Tuesday, the Ellery Courier reported.

The Saint Orla had been under way for twenty minutes when she struck the Tarn bank. Hanne Dorrick, who runs the harbour, told the paper that the ship was "a good two hundred metres outside the channel".

Lifeboats brought everyone ashore before dawn. "We sang to keep the children quiet, and then the cold came in," said Bram Oster, a retired teacher who was on board.

Our own correspondent saw the vessel on Wednesday morning, listing and surrounded by gulls, while residents watched from the breakwater. Councillor Ilse Marn said she would ask why the evening sailing had not been cancelled. "There was a warning out at six, and anybody who looked out of a window could have given another," she said.

Northway Lines, the owner, would not say whether the captain was on the bridge. Ministry investigators are to look at the logs this week."""

SAME_EVENT = """Councillors in Port Ellery have called for the evening ferry to be suspended in winter, a day after a ship hit a sandbank with more than two hundred aboard.

Ilse Marn, who chairs the transport committee, said residents had complained about the operator for years. She wants a public hearing before Christmas.

Fishermen said the bank had shifted since the storms of October and that the buoys no longer marked it. A survey promised for last spring was never made, according to minutes of the harbour board.

Shares in the operator closed slightly lower. Analysts said that a long stoppage would cost it little, since the route runs at a loss outside the summer months."""

OTHER_EVENT = """The national orchestra will open its season with a piece that was thought lost for a century. The score was found by a piano tuner in the attic of a school in Vellin, wrapped in wallpaper.

Conductor Arlo Pence said the work was stranger than he had hoped. Rehearsals begin in the second week of September, and the first performance will be free for pupils of the school where it was found."""
