"""What people write to a shop, in a few languages: the words of `make_dictionaries`."""

TALK = {
    "en": (
        "Hi there, how can I help you today?", "Hello! Thanks for waiting, what can I do for you?",
        "I have a question about my order", "Can you tell me where my package is, please?",
        "Do you ship internationally and how much is shipping?", "When will it be back in stock?",
        "Let me check that for you, one moment please.", "Could you give me your order number?",
        "I would like to return this item, it does not fit.", "Is there a discount code I can use?",
        "Sure, no problem. We will send you an email with a link.", "I can't log in to my account",
        "Your order was shipped yesterday and should arrive within 3 to 5 business days.",
        "Thank you very much for your help!", "You're welcome! Is there anything else?",
        "No, that is all. Have a great day!", "What is the difference between these two?",
        "We are open Monday to Friday from 9 to 5.", "I was charged twice, please refund me.",
        "I'm sorry about that. I have forwarded this to our team and they will get back to you.",
        "Does it come in other colours or sizes?", "Hi, is anybody there?", "ok thanks", "Yes",
        "name: Jordan Smith\nemail: jordan@example.com\nMessage: Please call me back about the",
    ),
    "de": (
        "Guten Tag, wie kann ich Ihnen helfen?", "Hallo, ich habe eine Frage zu meiner Bestellung.",
        "Einen Moment bitte, ich schaue für Sie nach.", "Wann wird meine Bestellung geliefert?",
        "Können Sie mir bitte die Rechnung noch einmal schicken?", "Ist das auch in Größe M da?",
        "Vielen Dank für Ihre Hilfe!", "Gerne, einen schönen Tag noch.", "Was kostet der Versand?",
        "Ich möchte den Artikel zurückgeben.", "Sie können uns auch über das Formular schreiben.",
    ),
    "fr": (
        "Bonjour, comment puis-je vous aider ?", "Bonjour, j'ai une question sur ma commande.",
        "Un instant s'il vous plaît, je vérifie.", "Quand est-ce que je vais recevoir mon colis ?",
        "Merci beaucoup pour votre aide, bonne journée !", "Est-ce que vous livrez en Belgique ?",
        "Je voudrais être remboursé.", "Je vous en prie, n'hésitez pas à nous contacter.",
    ),
    "es": (
        "Hola, ¿en qué puedo ayudarle?", "Buenos días, tengo una pregunta sobre mi pedido.",
        "Un momento por favor, lo estoy revisando.", "¿Cuándo llega mi paquete?",
        "¿Hacen envíos a México?", "Muchas gracias por su ayuda.",
        "De nada, que tenga un buen día.",
    ),
    "pt": (
        "Olá, como posso ajudar?", "Bom dia, gostaria de saber sobre o meu pedido.",
        "Só um momento, por favor.", "Qual é o prazo de entrega?", "Muito obrigado pela ajuda!",
    ),
    "it": (
        "Buongiorno, come posso aiutarla?", "Vorrei sapere quando arriva il mio ordine.",
        "Un attimo, per favore.", "Quanto costa la spedizione?", "Grazie mille, buona giornata!",
    ),
    "nl": (
        "Hallo, waarmee kan ik u helpen?", "Ik heb een vraag over mijn bestelling.",
        "Een moment alstublieft.", "Wanneer wordt het geleverd?", "Hartelijk dank voor uw hulp!",
    ),
    "pl": ("Dzień dobry, w czym mogę pomóc?", "Mam pytanie dotyczące zamówienia.", "Dziękuję!"),
    "ru": (
        "Здравствуйте, чем я могу вам помочь?", "У меня вопрос по заказу.",
        "Подождите, пожалуйста.", "Спасибо большое!",
    ),
    "ja": (
        "こんにちは。ご用件をお聞かせください。", "注文について質問があります。",
        "少々お待ちください。", "ありがとうございます。",
    ),
    "zh": ("您好，请问有什么可以帮您？", "我想查一下我的订单。", "请稍等。", "谢谢！"),
    "ar": ("مرحبا، كيف يمكنني مساعدتك؟", "لدي سؤال حول طلبي.", "شكرا جزيلا"),
}  # fmt: skip
NAMES = (
    ("James", "Smith"), ("Maria", "Johnson"), ("David", "Williams"), ("Anna", "Brown"),
    ("Michael", "Jones"), ("Laura", "Schmidt"), ("Thomas", "Müller"), ("Julie", "Martin"),
    ("Pierre", "Dubois"), ("Carlos", "García"), ("Lucía", "Fernández"), ("Paulo", "Santos"),
    ("Giulia", "Rossi"), ("Sanne", "Jansen"), ("Piotr", "Nowak"), ("Ivan", "Petrov"),
    ("Yuki", "Sato"), ("Wei", "Chen"), ("Fatima", "Hassan"), ("Returning", "Visitor"),
)  # fmt: skip
AGENTS = ("John", "Sarah", "Kate", "Alex", "Chris", "Emily", "Support", "Daniel", "Julia")
TAGS = ("sales", "support", "shipping", "refund", "lead", "customer", "question", "returning")
PLACES = (
    {"city": "San Francisco", "region": "CA", "country": "United States", "countryCode": "US"},
    {"city": "New York", "region": "NY", "country": "United States", "countryCode": "US"},
    {"city": "London", "region": "England", "country": "United Kingdom", "countryCode": "GB"},
    {"city": "Toronto", "region": "ON", "country": "Canada", "countryCode": "CA"},
    {"city": "Sydney", "region": "NSW", "country": "Australia", "countryCode": "AU"},
    {"city": "Berlin", "region": "BE", "country": "Germany", "countryCode": "DE"},
    {"city": "Paris", "region": "IDF", "country": "France", "countryCode": "FR"},
    {"city": "Madrid", "region": "MD", "country": "Spain", "countryCode": "ES"},
    {"city": "São Paulo", "region": "SP", "country": "Brazil", "countryCode": "BR"},
    {"city": "Amsterdam", "region": "NH", "country": "Netherlands", "countryCode": "NL"},
    {"city": "Tokyo", "region": "", "country": "Japan", "countryCode": "JP"},
    {"city": "", "region": "", "country": "India", "countryCode": "IN"},
)
PAGES = (
    "https://www.example.com/", "https://www.example.com/products/", "http://www.example.com/cart",
    "https://shop.example.com/collections/all?page=2", "https://www.google.com/",
    "https://www.example.com/contact.html", "https://example.com/account/orders/",
)  # fmt: skip
FIELDS = {
    "mail": ("gmail.com", "example.com", "yahoo.com", "hotmail.com", "outlook.com", "web.de"),
    "browser": ("Chrome", "Safari", "Firefox", "Edge", "Mobile Safari", "Opera"),
    "system": ("Windows", "Macintosh", "iPhone", "Android", "Linux", "iPad", "Windows 10"),
}
