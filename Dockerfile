# The application's image: built with a JDK, run on a JRE by a user who owns nothing but the data folder.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q package -DskipTests && mv target/careroom-*.jar careroom.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /careroom careroom
WORKDIR /careroom
USER careroom
COPY --from=build /build/careroom.jar /opt/careroom.jar
# A container is reached from outside it.
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "/opt/careroom.jar"]
